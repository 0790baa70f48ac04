using System.Collections.Concurrent;

namespace GenoMed.Fhir.Http.Benchmarks;

/// <summary>The whole run: start, memory, then creates and reads by one and by eight clients.</summary>
internal static class Measurement
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task<IReadOnlyList<BenchResult>> RunAsync(TimeSpan duration)
    {
        var client = new BenchClient();
        await using var node = await NodeProcess.StartAsync(client.Jwks);
        var token = await client.TokenAsync(node.BaseUrl);
        await Task.Delay(Rest, TimeProvider.System);
        var results = new List<BenchResult>
        {
            new("start to first answer", node.StartToFirstAnswer.TotalSeconds, "s"),
            new("memory at rest", node.MemoryMiB, "MiB"),
        };
        var bench = new Load(node, token);
        bench.Run(1, WarmUp, bench.Create);
        bench.Run(1, WarmUp, bench.Read);
        foreach (var clients in new[] { 1, 8 })
        {
            Add(results, $"creates, {Clients(clients)}", bench.Run(clients, duration, bench.Create));
            Add(results, $"reads, {Clients(clients)}", bench.Run(clients, duration, bench.Read));
        }

        results.Add(new BenchResult("memory after the load", node.MemoryMiB, "MiB"));
        return results;
    }

    private static void Add(List<BenchResult> results, string name, (double PerSecond, double CpuMicroseconds) figure)
    {
        results.Add(new BenchResult(name, figure.PerSecond, "/s"));
        results.Add(new BenchResult($"  node's processor time", figure.CpuMicroseconds, "us/request"));
    }

    private static string Clients(int count) => count == 1 ? "1 client" : $"{count} clients";

    private sealed class Load(NodeProcess node, string token)
    {
        private readonly Uri _base = new(node.BaseUrl);
        private readonly ConcurrentBag<string> _created = [];
        private string[] _paths = [];

        public Action<Connection, int> Create => (connection, number) =>
        {
            var location = Connection.Header(connection.Send(connection.Post($"{_base.AbsolutePath}/Observation", SampleObservation.Json(number)), 201), "Location");
            _created.Add(new Uri(location[..location.IndexOf("/_history", StringComparison.Ordinal)]).AbsolutePath);
        };

        public Action<Connection, int> Read => (connection, number) => connection.Send(connection.Get(_paths[(int)((uint)(number * 2654435761) % (uint)_paths.Length)]), 200);

        public (double PerSecond, double CpuMicroseconds) Run(int clients, TimeSpan duration, Action<Connection, int> request)
        {
            _paths = [.. _created];
            var counts = new int[clients];
            var (began, cpu) = (TimeProvider.System.GetTimestamp(), node.ProcessorTime);
            var threads = Enumerable.Range(0, clients).Select(client => new Thread(() =>
            {
                using var connection = new Connection(_base, token);
                while (TimeProvider.System.GetElapsedTime(began) < duration)
                {
                    request(connection, (counts[client]++ * clients) + client);
                }
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            var total = counts.Sum();
            return (total / TimeProvider.System.GetElapsedTime(began).TotalSeconds, (node.ProcessorTime - cpu).TotalMicroseconds / total);
        }
    }
}
