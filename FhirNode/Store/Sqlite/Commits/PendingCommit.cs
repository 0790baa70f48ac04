namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>A commit on its way to the writing thread, and its answer.</summary>
internal sealed class PendingCommit(IReadOnlyList<PreparedWrite> writes, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<IReadOnlyList<StoredResource>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyList<StoredResource>? _results;
    private Exception? _failure;

    public IReadOnlyList<PreparedWrite> Writes => writes;

    public Task<IReadOnlyList<StoredResource>> Answer => _answer.Task;

    /// <summary>True once the caller has given up; work that has not begun is then left out.</summary>
    public bool IsAbandoned => cancellationToken.IsCancellationRequested;

    public void Succeeded(IReadOnlyList<StoredResource> results) => (_results, _failure) = (results, null);

    public void Failed(Exception failure) => (_results, _failure) = (null, failure);

    /// <summary>Tells the caller; only after the transaction that holds the writes is on the disk.</summary>
    public void Acknowledge()
    {
        if (_results is not null)
        {
            _answer.TrySetResult(_results);
        }
        else if (_failure is null or OperationCanceledException)
        {
            _answer.TrySetCanceled(cancellationToken);
        }
        else
        {
            _answer.TrySetException(_failure);
        }
    }
}
