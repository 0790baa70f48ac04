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
    var results = cases.ToDictionary(one => one, _ => new List<(double Seconds, long Bytes)>());
    var parse = new List<double>();
    var scan = new List<double>();
    for (var i = -1; i < repetitions; i++)
    {
        // Taken in turn, so that a machine that slows down slows all alike; the first round warms up.
        parse.Add(Parse());
        scan.Add(await ScanAsync(store));
        foreach (var one in cases)
        {
            results[one].Add(await RunAsync(run, one.view.Json, one.format));
        }
    }

    var baseline = Median(parse.Skip(1));
    Print($"{count} Observations, {bodies.Sum(body => (long)body.Length) / 1e6:F1} MB of JSON, {Environment.ProcessorCount} cores, median of {repetitions}");
    Print($"");
    Print($"| what | seconds | Observations/s | times parsing |");
    Print($"|---|---|---|---|");
    Print($"| parse the JSON, one thread | {baseline:F3} | {count / baseline:F0} | 1.00 |");
    Print($"| read it from the store, unparsed | {Median(scan.Skip(1)):F3} | {count / Median(scan.Skip(1)):F0} | {Median(scan.Skip(1)) / baseline:F2} |");
    foreach (var one in cases)
    {
        var seconds = Median(results[one].Skip(1).Select(result => result.Seconds));
        Print($"| {one.view.Name}, {one.format} ({results[one][^1].Bytes / 1e6:F1} MB) | {seconds:F3} | {count / seconds:F0} | {seconds / baseline:F2} |");
    }

    double Parse()
    {
        var start = time.GetTimestamp();
        var properties = 0L;
        foreach (var body in bodies)
        {
            using var document = JsonDocument.Parse(body);
            properties += document.RootElement.GetPropertyCount();
        }

        return properties > 0 ? time.GetElapsedTime(start).TotalSeconds : throw new InvalidOperationException("Nothing was parsed.");
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task<double> ScanAsync(IResourceStore store)
{
    var start = time.GetTimestamp();
    await foreach (var _ in store.ScanAsync("Observation", default))
    {
    }

    return time.GetElapsedTime(start).TotalSeconds;
}

async Task<(double Seconds, long Bytes)> RunAsync(IOperation run, string view, string format)
{
    var input = new ViewDefinitionRunInput { ViewResource = Resource.Parse(System.Text.Encoding.UTF8.GetBytes(view)), Format = format };
    var start = time.GetTimestamp();
    var answer = await run.RunAsync(ContractCatalog.ViewDefinitionRun.WriteInput(input), new OperationContext("bench", new Progress<OperationProgress>(), default));
    await using var counted = new CountingStream();
    await answer.File!.WriteAsync(counted, default);
    return (time.GetElapsedTime(start).TotalSeconds, counted.Length);
}

static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
