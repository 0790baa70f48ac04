using System.Text.Json;
using GenoMed.Fhir.Compute.Torch.Benchmarks;

// Writes one line of JSON for each workload; pytorch_baseline.py has the same networks, compare-torch.sh runs both.
// Arguments: names of workloads (all without).
var wanted = args.ToHashSet(StringComparer.Ordinal);
foreach (var (name, make) in WorkloadList.All.Where(workload => wanted.Count == 0 || wanted.Any(w => workload.Name.StartsWith(w, StringComparison.Ordinal))))
{
    var result = Measurement.Of(make());
    Console.WriteLine(JsonSerializer.Serialize(new { name, us = Math.Round(result.Best, 2), median = Math.Round(result.Median, 2), cpu = Math.Round(result.Processor, 2), bytes = result.BytesPerStep, operations = result.Operations, gen2 = result.Gen2, buffers = result.NewBuffers }));
}

if (wanted.Count == 0 || wanted.Contains("matmul"))
{
    var share = MatmulShare.Measure();
    Console.WriteLine(JsonSerializer.Serialize(new { name = "matmul-256", gflops = Math.Round(share.Gflops, 1), fma = Math.Round(share.FmaGflops, 1), share = Math.Round(share.Gflops / share.FmaGflops, 3) }));
}

Console.WriteLine(JsonSerializer.Serialize(new { name = "peak-memory", mib = Math.Round(PeakMemory.Mebibytes(), 1) }));
