using System.Runtime.CompilerServices;

namespace GenoMed.Fhir.Store.Import;

/// <summary>
/// Loads many resources. While the store writes one commit, the next is read, parsed and indexed on the caller's
/// side: the two halves of a load keep two cores busy.
/// </summary>
public static class StoreImport
{
    /// <summary>Writes of a commit: enough that what each costs once (a flush, a COPY of each table) does not count, few enough that other clients' commits get through.</summary>
    public const int DefaultBatchSize = 5_000;

    private const int CommitsUnderWay = 2;

    /// <summary>
    /// Commits the writes in order, so many at a time, and yields each commit's result once it is durable: after it,
    /// a load that was interrupted goes on behind the sum of what was yielded. Each commit is atomic, the load is not.
    /// Writes of commits that were not yielded may be there all the same; repeating an update changes nothing.
    /// </summary>
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">As <see cref="IResourceStore.CommitAsync"/>, of the first commit that fails; nothing is begun after it.</exception>
    public static async IAsyncEnumerable<IReadOnlyList<StoredResource>> ImportAsync(
        this IResourceStore store,
        IAsyncEnumerable<StoreWrite> writes,
        int batchSize = DefaultBatchSize,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var underWay = new Queue<Task<IReadOnlyList<StoredResource>>>();
        try
        {
            await foreach (var batch in writes.Select(store.Prepare).Chunk(batchSize).WithCancellation(cancellationToken))
            {
                if (underWay.Count >= CommitsUnderWay)
                {
                    yield return await underWay.Dequeue();
                }

                underWay.Enqueue(store.CommitAsync(batch, cancellationToken));
            }

            while (underWay.TryDequeue(out var last))
            {
                yield return await last;
            }
        }
        finally
        {
            await ((Task)Task.WhenAll(underWay)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
