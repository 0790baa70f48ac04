using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.Store.Benchmarks;

// How fast Observations are written, indexed and on the disk, against the bare drivers writing the same rows with the
// same commits, in one run. See docs/results/store.md.
//   dotnet run --project benchmarks/Store -c Release -- [resources (40,000)] [clients (4)] [--json FILE]
// PostgreSQL is measured where GENOMED_TEST_POSTGRES holds a connection string (eng/test-postgres.sh starts a server).
var numbers = args.TakeWhile(argument => !argument.StartsWith('-')).Select(argument => int.Parse(argument, CultureInfo.InvariantCulture)).ToList();
var count = numbers.Count > 0 ? numbers[0] : 40_000;
var clients = numbers.Count > 1 ? numbers[1] : 4;
var json = Array.IndexOf(args, "--json") is >= 0 and var at ? args[at + 1] : null;
var folder = Directory.CreateTempSubdirectory("genomed-bench-").FullName;
try
{
    var observations = SampleObservations.Make(count);
    List<WriteResult> results = [.. await SqliteRun.RunAsync(folder, observations, clients, TimeProvider.System)];
    if (Environment.GetEnvironmentVariable("GENOMED_TEST_POSTGRES") is { Length: > 0 } server)
    {
        results.AddRange(await PostgresRun.RunAsync(server, observations, clients, TimeProvider.System));
    }

    Print($"{count} Observations, {clients} clients");
    Print($"{"engine",-10}{"shape",-14}{"rows/resource",14}{"store/s",10}{"bare/s",10}{"ratio",8}");
    results.ForEach(result => Print($"{result.Engine,-10}{result.Shape,-14}{result.RowsPerResource,14:F1}{result.StorePerSecond,10:F0}{result.BarePerSecond,10:F0}{result.Ratio,8:F2}"));
    if (json is not null)
    {
        await File.WriteAllTextAsync(json, JsonSerializer.Serialize(results, JsonSerializerOptions.Web));
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
