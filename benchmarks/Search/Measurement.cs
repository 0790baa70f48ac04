using System.Net;
using System.Text.Json;

namespace GenoMed.Fhir.Search.Benchmarks;

/// <summary>The latencies of one workload.</summary>
/// <param name="Search">The workload.</param>
/// <param name="Resources">How many are stored.</param>
/// <param name="Requests">How many were answered.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="PerSecond">Answers of all clients together.</param>
/// <param name="Matches">Mean of the totals that the answers state; null where they state none.</param>
internal sealed record Measurement(string Search, int Resources, int Requests, double P50, double P99, double PerSecond, double? Matches)
{
    private const int WarmUp = 40;

    public static async Task<Measurement> TakeAsync(Workload workload, Uri address, int resources, int clients, int requests)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = clients }) { BaseAddress = address };
        var patients = Hospital.Patients(resources);
        var totals = new List<int>();
        for (var i = 0; i < WarmUp; i++)
        {
            using var answer = JsonDocument.Parse(await SendAsync(http, workload.Url(Number(i), patients)));
            if (answer.RootElement.TryGetProperty("total", out var total))
            {
                totals.Add(total.GetInt32());
            }
        }

        var next = WarmUp;
        var begin = TimeProvider.System.GetTimestamp();
        var latencies = (await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => ClientAsync()))).SelectMany(all => all).Order().ToList();
        var seconds = TimeProvider.System.GetElapsedTime(begin).TotalSeconds;
        return new Measurement(workload.Name, resources, latencies.Count, At(latencies, 0.5), At(latencies, 0.99), latencies.Count / seconds, totals.Count == 0 ? null : totals.Average());

        async Task<List<double>> ClientAsync()
        {
            var own = new List<double>();
            for (var i = Interlocked.Increment(ref next); i <= WarmUp + requests; i = Interlocked.Increment(ref next))
            {
                var start = TimeProvider.System.GetTimestamp();
                await SendAsync(http, workload.Url(Number(i), patients));
                own.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
            }

            return own;
        }
    }

    // Numbers far apart, the same in each run; at most what the smallest hospital has.
    private static int Number(int i) => (int)(i * 7919L % 19_000);

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static async Task<byte[]> SendAsync(HttpClient http, string url)
    {
        using var answer = await http.GetAsync(url);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK ? body : throw new InvalidOperationException($"{url}: {(int)answer.StatusCode} {System.Text.Encoding.UTF8.GetString(body)}");
    }
}
