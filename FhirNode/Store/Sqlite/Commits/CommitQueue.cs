using System.Collections.Concurrent;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>
/// One thread of its own writes; commits that arrive while it waits for the disk share its next transaction
/// (group commit), so that many clients do not pay one flush each.
/// </summary>
internal sealed class CommitQueue : IDisposable
{
    private const int MaximumGroupWrites = 2_000;

    private readonly BlockingCollection<PendingCommit> _queue = [];
    private readonly CommitGroupWriter _writer;
    private readonly Thread _thread;

    public CommitQueue(CommitGroupWriter writer)
    {
        _writer = writer;
        _thread = new Thread(Run) { IsBackground = true, Name = "FHIR store writer" };
        _thread.Start();
    }

    public Task<IReadOnlyList<StoredResource>> EnqueueAsync(PendingCommit commit)
    {
        _queue.Add(commit);
        return commit.Answer;
    }

    /// <summary>Finishes what was queued.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _queue.Dispose();
    }

    private void Run()
    {
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            var group = Gather(first);
            _writer.Write(group);
            group.ForEach(commit => commit.Acknowledge());
        }
    }

    private List<PendingCommit> Gather(PendingCommit first)
    {
        List<PendingCommit> group = [first];
        var writes = first.Writes.Count;
        while (writes < MaximumGroupWrites && _queue.TryTake(out var next))
        {
            group.Add(next);
            writes += next.Writes.Count;
        }

        return group;
    }
}
