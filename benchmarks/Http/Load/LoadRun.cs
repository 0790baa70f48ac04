using System.Diagnostics;
using GenoMed.Fhir.Http.Benchmarks.Node;

namespace GenoMed.Fhir.Http.Benchmarks.Load;

/// <summary>Clients that each send one request after the other for a while, each on a thread and a connection of its own.</summary>
internal static class LoadRun
{
    /// <exception cref="InvalidOperationException">An answer of another status than the workload's.</exception>
    public static async Task<LoadFigure> MeasureAsync(string name, ServerProcess server, int clients, double seconds, Func<int, IWorkload> workload, TimeProvider time)
    {
        var own = Process.GetCurrentProcess();
        var (nodeBefore, ownBefore, start) = (server.ProcessorTime, own.TotalProcessorTime, time.GetTimestamp());
        var latencies = new List<double>[clients];
        var resources = 0;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Factory.StartNew(
            () =>
            {
                var work = workload(client);
                latencies[client] = Send(server.Url, work, start, seconds, time);
                Interlocked.Add(ref resources, latencies[client].Count * work.Resources);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        var elapsed = time.GetElapsedTime(start).TotalSeconds;
        own.Refresh();
        return LoadFigure.Of(name, clients, resources, elapsed, latencies.SelectMany(one => one), server.ProcessorTime - nodeBefore, own.TotalProcessorTime - ownBefore);
    }

    private static List<double> Send(Uri server, IWorkload workload, long start, double seconds, TimeProvider time)
    {
        using var connection = new HttpConnection(server);
        var milliseconds = new List<double>(100_000);
        for (var sent = time.GetTimestamp(); time.GetElapsedTime(start, sent).TotalSeconds < seconds;)
        {
            var answer = connection.Send(workload.Next());
            var now = time.GetTimestamp();
            milliseconds.Add(time.GetElapsedTime(sent, now).TotalMilliseconds);
            sent = now;
            if (answer.Status != workload.Status)
            {
                throw new InvalidOperationException($"Expected {workload.Status}: {answer.Text}");
            }

            workload.Answered(answer);
        }

        return milliseconds;
    }
}
