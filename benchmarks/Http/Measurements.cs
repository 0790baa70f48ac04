using System.Collections.Concurrent;
using GenoMed.Fhir.Http.Benchmarks.Load;
using GenoMed.Fhir.Http.Benchmarks.Node;
using GenoMed.Fhir.Http.Benchmarks.Workloads;

namespace GenoMed.Fhir.Http.Benchmarks;

/// <summary>Creates, reads and transactions against one server; each is warmed up before it is measured.</summary>
/// <param name="server">A node, or Kestrel alone.</param>
/// <param name="token">The access token; null where none is asked for.</param>
/// <param name="seconds">How long each measurement lasts.</param>
/// <param name="time">The clock.</param>
internal sealed class Measurements(ServerProcess server, string? token, double seconds, TimeProvider time)
{
    private const int PerTransaction = 100;
    private const int WarmUpClients = 8;
    private const int NumbersEach = 1_000_000;
    private readonly ConcurrentBag<string> _created = [];
    private int _ranges;

    /// <summary>Bytes of the answer to a read.</summary>
    public int BodyLength { get; private set; }

    /// <summary>Eight clients for a while, so that the compiler of the runtime has seen the paths before anything is measured.</summary>
    public Task WarmUpAsync() => LoadRun.MeasureAsync("create", server, WarmUpClients, seconds, _ => Creates(), time);

    public Task<LoadFigure> CreatesAsync(int clients) => RunAsync("create", clients, _ => Creates());

    public Task<LoadFigure> TransactionsAsync(int clients) => RunAsync("transaction of 100", clients, _ => new Writes(
        [Request("POST", "/fhir", SampleResources.Transaction(PerTransaction))],
        status: 200,
        PerTransaction,
        Range(),
        created: null));

    /// <summary>Reads what was created before; from Kestrel alone, any path.</summary>
    public async Task<LoadFigure> ReadsAsync(int clients)
    {
        var requests = _created.DefaultIfEmpty("/fhir/Patient/p1").Select(path => Request("GET", path, null)).ToList();
        var last = new ConcurrentBag<Reads>();
        var figure = await RunAsync("read", clients, client =>
        {
            var reads = new Reads(requests, client);
            last.Add(reads);
            return reads;
        });
        BodyLength = last.Max(reads => reads.BodyLength);
        return figure;
    }

    private Writes Creates() => new(
        [Request("POST", "/fhir/Patient", SampleResources.Patient), Request("POST", "/fhir/Observation", SampleResources.ObservationOf("Patient/p1"))],
        status: 201,
        resources: 1,
        Range(),
        _created);

    private async Task<LoadFigure> RunAsync(string name, int clients, Func<int, IWorkload> workload)
    {
        await LoadRun.MeasureAsync(name, server, clients, Math.Max(1, seconds / 3), workload, time);
        return await LoadRun.MeasureAsync(name, server, clients, seconds, workload, time);
    }

    private RequestTemplate Request(string method, string path, string? body) => new(method, path, server.Url, token, body);

    private int Range() => Interlocked.Increment(ref _ranges) * NumbersEach;
}
