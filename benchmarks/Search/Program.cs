using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.Node;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Search.Benchmarks;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Import;

// Searches over HTTP against a node process, by 8 clients, with few and with many resources stored.
//   dotnet run --project benchmarks/Search -c Release -- --resources 20000,200000 --json search.json
if (args is [Program.Serve, var served])
{
    await NodeHost.RunAsync(new NodeOptions { DataDirectory = served, Open = true, Name = "bench" }, CancellationToken.None);
    return;
}

var sizes = Option("--resources", "20000,200000").Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToList();
var clients = int.Parse(Option("--clients", "8"), CultureInfo.InvariantCulture);
var requests = int.Parse(Option("--requests", "1000"), CultureInfo.InvariantCulture);
var results = new List<Measurement>();
foreach (var size in sizes)
{
    await MeasureAsync(size);
}

Print($"| search ({clients} clients) | matches | {string.Join(" | ", sizes.Select(size => string.Create(CultureInfo.InvariantCulture, $"{size:N0}: p50 / p99 ms, answers/s")))} | p50 grows |");
Print($"|---|---:|{string.Concat(sizes.Select(_ => "---:|"))}---:|");
foreach (var search in results.GroupBy(result => result.Search))
{
    var cells = search.Select(result => string.Create(CultureInfo.InvariantCulture, $"{result.P50:F1} / {result.P99:F1}, {result.PerSecond:F0}"));
    Print($"| {search.Key} | {(search.Last().Matches is { } matches ? matches.ToString("F0", CultureInfo.InvariantCulture) : "")} | {string.Join(" | ", cells)} | {search.Last().P50 / search.First().P50:F1}x |");
}

if (Option("--json", "") is { Length: > 0 } file)
{
    await File.WriteAllTextAsync(file, JsonSerializer.Serialize(results, new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true }));
}

async Task MeasureAsync(int size)
{
    var folder = Directory.CreateTempSubdirectory("genomed-search-").FullName;
    try
    {
        await FillAsync(folder, size);
        using var node = await NodeProcess.StartAsync(folder);
        foreach (var workload in Workload.All)
        {
            results.Add(await Measurement.TakeAsync(workload, node.Address, size, clients, requests));
            Console.Error.WriteLine(results[^1]);
        }
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

static async Task FillAsync(string folder, int size)
{
    var start = TimeProvider.System.GetTimestamp();
    var store = StoreCatalog.Find(StoreCatalog.Default)!.Open(new StoreLocation(folder, null), TimeProvider.System);
    using var closing = store as IDisposable;
    var stored = 0;
    await foreach (var batch in store.ImportAsync(Hospital.MakeAsync(size)))
    {
        stored += batch.Count;
    }

    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stored} resources stored in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:F1} s"));
}

string Option(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : otherwise;

static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

/// <summary>The program's other half is the node that it starts.</summary>
internal static partial class Program
{
    public const string Serve = "--serve";
}
