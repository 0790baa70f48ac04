using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.ViewDefinitionRun;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Benchmarks;
using GenoMed.Fhir.Store.Import;
using GenoMed.Fhir.Store.Sqlite;
using GenoMed.Fhir.Views.Benchmarks;
using Microsoft.Extensions.DependencyInjection;

// $viewdefinition-run over Observations in SQLite, against parsing the same JSON and doing nothing with it.
// Arguments: number of Observations (default 100,000), repetitions (default 5).
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var repetitions = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
var time = TimeProvider.System;
var folder = Directory.CreateTempSubdirectory("genomed-bench-").FullName;
try
{
    using var store = SqliteResourceStore.Open(new SqliteStoreOptions(Path.Combine(folder, "store.db")) { SurvivePowerLoss = false }, time);
    var writes = SampleObservations.Make(count).Select(SampleObservations.AsWrite).ToAsyncEnumerable();
    await foreach (var _ in store.ImportAsync(writes, 5_000))
    {
    }

    var bodies = new List<ReadOnlyMemory<byte>>(count);
    await foreach (var resource in store.ScanAsync("Observation", default))
    {
        bodies.Add(resource.Json);
    }

    using var services = new ServiceCollection().AddSingleton<IResourceStore>(store).AddSingleton<ISearchParser, Unused>().AddSingleton<IWriteCheck, Unused>().AddOperations().BuildServiceProvider();
    var run = services.GetServices<IOperation>().Single(operation => operation.Contract.Code == "viewdefinition-run");
    var cases = SampleViews.All.SelectMany(view => (string[])["ndjson", "csv"], (view, format) => (view, format)).ToList();
    var results = cases.ToDictionary(one => one, _ => new List<(double Seconds, double Processor, long Bytes)>());
    var parse = new List<(double Seconds, double Processor)>();
    var scan = new List<(double Seconds, double Processor)>();
    for (var i = -1; i < repetitions; i++)
    {
        // Taken in turn, so that a machine that slows down slows all alike; the first round warms up.
        parse.Add(await TimedAsync(() => Task.FromResult(Parse())));
        scan.Add(await TimedAsync(() => ScanAsync(store)));
        foreach (var one in cases)
        {
            var bytes = 0L;
            var (seconds, processor) = await TimedAsync(async () => bytes = await RunAsync(run, one.view.Json, one.format));
            results[one].Add((seconds, processor, bytes));
        }
    }

    var baseline = Median(parse.Skip(1).Select(one => one.Seconds));
    var processorOfParsing = Median(parse.Skip(1).Select(one => one.Processor));
    Print($"{count} Observations, {bodies.Sum(body => (long)body.Length) / 1e6:F1} MB of JSON, {Environment.ProcessorCount} cores, median of {repetitions}");
    Print($"");
    Print($"| what | seconds | Observations/s | times parsing | processor time, times parsing |");
    Print($"|---|---|---|---|---|");
    Row("parse the JSON, one thread", parse);
    Row("read it from the store, unparsed", scan);
    foreach (var one in cases)
    {
        Row($"{one.view.Name}, {one.format} ({(results[one][^1].Bytes / 1e6).ToString("F1", CultureInfo.InvariantCulture)} MB)", [.. results[one].Select(result => (result.Seconds, result.Processor))]);
    }

    void Row(string name, List<(double Seconds, double Processor)> measured)
    {
        var (seconds, processor) = (Median(measured.Skip(1).Select(one => one.Seconds)), Median(measured.Skip(1).Select(one => one.Processor)));
        Print($"| {name} | {seconds:F3} | {count / seconds:F0} | {seconds / baseline:F2} | {processor / processorOfParsing:F2} |");
    }

    long Parse()
    {
        var properties = 0L;
        foreach (var body in bodies)
        {
            using var document = JsonDocument.Parse(body);
            properties += document.RootElement.GetPropertyCount();
        }

        return properties > 0 ? properties : throw new InvalidOperationException("Nothing was parsed.");
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task<(double Seconds, double Processor)> TimedAsync(Func<Task<long>> work)
{
    GC.Collect();
    var used = Environment.CpuUsage.TotalTime;
    var start = time.GetTimestamp();
    await work();
    return (time.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds);
}

static async Task<long> ScanAsync(IResourceStore store)
{
    var count = 0L;
    await foreach (var _ in store.ScanAsync("Observation", default))
    {
        count++;
    }

    return count;
}

static async Task<long> RunAsync(IOperation run, string view, string format)
{
    var input = new ViewDefinitionRunInput { ViewResource = Resource.Parse(System.Text.Encoding.UTF8.GetBytes(view)), Format = format };
    var answer = await run.RunAsync(ContractCatalog.ViewDefinitionRun.WriteInput(input), new OperationContext("bench", new Progress<OperationProgress>(), default));
    await using var counted = new CountingStream();
    await answer.File!.WriteAsync(counted, default);
    return counted.Length;
}

static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
