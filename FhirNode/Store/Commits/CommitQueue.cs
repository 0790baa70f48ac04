namespace GenoMed.Fhir.Store.Commits;

/// <summary>
/// One thread of its own writes; commits that arrive while it waits for the disk share its next transaction
/// (group commit), so that many clients do not pay one flush each.
/// </summary>
internal sealed class CommitQueue : IDisposable
{
    private const int MaximumGroupWrites = 2_000;

    // A plain lock, not a BlockingCollection: that spins while it waits, which took an eighth of the writer's processor time.
    private readonly Lock _gate = new();
    private readonly AutoResetEvent _arrived = new(false);
    private readonly Queue<PendingWork> _queue = [];
    private readonly IGroupWriter _writer;
    private readonly Thread _thread;
    private bool _closed;

    public CommitQueue(IGroupWriter writer)
    {
        _writer = writer;
        _thread = new Thread(Run) { IsBackground = true, Name = "FHIR store writer" };
        _thread.Start();
    }

    public Task<T> EnqueueAsync<T>(PendingAnswer<T> work)
        where T : notnull
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _queue.Enqueue(work);
            _arrived.Set();
        }

        return work.Answer;
    }

    /// <summary>Finishes what was queued.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _arrived.Set();
        }

        _thread.Join();
        _arrived.Dispose();
    }

    private void Run()
    {
        while (Gather() is { } group)
        {
            _writer.Write(group);
            group.ForEach(work => work.Acknowledge());
        }
    }

    // Null when the queue is closed and empty.
    private List<PendingWork>? Gather()
    {
        while (true)
        {
            lock (_gate)
            {
                if (_queue.Count > 0)
                {
                    return TakeGroup();
                }

                if (_closed)
                {
                    return null;
                }
            }

            _arrived.WaitOne();
        }
    }

    private List<PendingWork> TakeGroup()
    {
        List<PendingWork> group = [];
        for (var writes = 0; writes < MaximumGroupWrites && _queue.TryDequeue(out var next); writes += next.Size)
        {
            group.Add(next);
        }

        return group;
    }
}
