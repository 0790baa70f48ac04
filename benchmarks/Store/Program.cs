using System.Globalization;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Benchmarks;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sqlite;

// Commits of 100 Observations into SQLite, indexed and on the disk, against the bare driver writing the same rows.
// Arguments: number of resources (default 40,000), clients (default 4).
const int PerCommit = 100;
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 40_000;
var clients = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 4;
var time = TimeProvider.System;
var folder = Directory.CreateTempSubdirectory("genomed-bench-").FullName;
try
{
    var observations = SampleObservations.Make(count);
    await StoreAsync(Path.Combine(folder, "warm.db"), observations.Take(2_000).ToList());
    var file = Path.Combine(folder, "store.db");
    var seconds = await StoreAsync(file, observations);
    var rows = BareSqlite.Read(file);
    var bare = BareSqlite.Write(Path.Combine(folder, "bare.db"), file, rows, PerCommit, time);
    Print($"rows per resource      {rows.Sum(group => group.Count()) / (double)count:F1}");
    Print($"store                  {count / seconds:F0} resources/s ({clients} clients)");
    Print($"bare driver            {count / bare:F0} resources/s");
    Print($"ratio                  {seconds / bare:F2}");
    await SearchAsync(file);
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task<double> StoreAsync(string file, IReadOnlyList<byte[]> observations)
{
    using var store = SqliteResourceStore.Open(new SqliteStoreOptions(file), time);
    var chunks = new System.Collections.Concurrent.ConcurrentQueue<(byte[] Json, int Number)[]>(
        observations.Select((json, number) => (json, number)).Chunk(PerCommit));
    var start = time.GetTimestamp();
    await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
    {
        while (chunks.TryDequeue(out var chunk))
        {
            await store.CommitAsync([.. chunk.Select(item => SampleObservations.AsWrite(item.Json, item.Number))], default);
        }
    })));
    return time.GetElapsedTime(start).TotalSeconds;
}

async Task SearchAsync(string file)
{
    using var store = SqliteResourceStore.Open(new SqliteStoreOptions(file), time);
    var code = new SearchClause("code", SearchKind.Token, null, [new SearchValue(null, "http://loinc.org|718-7")]);
    var patient = new SearchClause("patient", SearchKind.Reference, null, [new SearchValue(null, "Patient/patient-000007")]);
    var date = new SearchClause("date", SearchKind.Date, null, [new SearchValue("ge", "2024-10")]);
    await MeasureAsync(store, "token", [code], withTotal: true);
    await MeasureAsync(store, "token, no total", [code], withTotal: false);
    await MeasureAsync(store, "patient", [patient], withTotal: true);
    await MeasureAsync(store, "patient and token", [patient, code], withTotal: true);
    await MeasureAsync(store, "date range", [date], withTotal: true);
}

async Task MeasureAsync(IResourceStore store, string name, IReadOnlyList<SearchClause> clauses, bool withTotal)
{
    var query = new SearchQuery("Observation", clauses, [], 50, WithTotal: withTotal);
    var page = await store.SearchAsync(query, default);
    List<double> milliseconds = [];
    for (var i = 0; i < 100; i++)
    {
        var start = time.GetTimestamp();
        page = await store.SearchAsync(query, default);
        milliseconds.Add(time.GetElapsedTime(start).TotalMilliseconds);
    }

    milliseconds.Sort();
    Print($"{name,-22} p50 {milliseconds[50]:F2} ms, p99 {milliseconds[98]:F2} ms, matches {page.Total?.ToString(CultureInfo.InvariantCulture) ?? "not counted"}");
}

static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
