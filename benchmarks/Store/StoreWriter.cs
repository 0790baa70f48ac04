using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Import;

namespace GenoMed.Fhir.Store.Benchmarks;

/// <summary>Writes Observations through a store, from their JSON; returns the seconds.</summary>
internal static class StoreWriter
{
    public const int PerTransaction = 100;

    public static async Task<double> TransactionsAsync(IResourceStore store, IReadOnlyList<byte[]> observations, int clients, TimeProvider time)
    {
        var chunks = new System.Collections.Concurrent.ConcurrentQueue<(byte[] Json, int Number)[]>(
            observations.Select((json, number) => (json, number)).Chunk(PerTransaction));
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

    public static async Task<double> ImportAsync(IResourceStore store, IReadOnlyList<byte[]> observations, TimeProvider time)
    {
        var start = time.GetTimestamp();
        var writes = observations.Select((json, number) => SampleObservations.AsWrite(json, number) with { Method = StoreMethod.Update });
        var done = 0;
        await foreach (var batch in store.ImportAsync(writes.ToAsyncEnumerable()))
        {
            done += batch.Count;
        }

        return done == observations.Count ? time.GetElapsedTime(start).TotalSeconds : throw new InvalidOperationException($"{done} of {observations.Count} were imported.");
    }
}
