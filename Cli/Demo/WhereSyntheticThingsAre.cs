using System.Globalization;
using GenoMed.Fhir.Manager.Comparisons.Generators;

namespace GenoMed.Fhir.Cli.Demo;

/// <summary>What a generator's demo leaves behind and what to do with the model.</summary>
internal static class WhereSyntheticThingsAre
{
    public static void Write(DemoOptions options, GeneratorResult result)
    {
        var manager = Path.Combine(options.Out, "manager");
        var folder = Path.GetDirectoryName(result.Model)!;
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Done in {result.Seconds:0.0} s; all processes are stopped."));
        Console.WriteLine($"  experiment  {options.Model}, {options.Strategy}, {options.Scenario} case, {options.Nodes} nodes");
        Console.WriteLine($"  model       {folder}");
        Console.WriteLine($"  weights     sha256 {result.WeightsSha256}");
        Console.WriteLine($"  the run     genomed runs show {result.Run} --data {manager}");
        Console.WriteLine($"  next        genomed generate --model {folder} --n 1000 --out synthetic");
        Console.WriteLine($"              genomed generate --model {folder} --n 1000 --where \"AGE > 70\" --out elderly");
        Console.WriteLine("              docs/synthetic.md: how synthetic patients are judged, published and released");
        Console.WriteLine("  'genomed' is this program: dotnet run -c Release --project Cli --");
    }
}
