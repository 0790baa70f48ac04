using System.Collections.Concurrent;

namespace GenoMed.Fhir.Store.Commits;

/// <summary>
/// One thread of its own writes; commits that arrive while it waits for the disk share its next transaction
/// (group commit), so that many clients do not pay one flush each.
/// </summary>
internal sealed class CommitQueue : IDisposable
{
    private const int MaximumGroupWrites = 2_000;

    private readonly BlockingCollection<PendingWork> _queue = [];
    private readonly IGroupWriter _writer;
    private readonly Thread _thread;

    public CommitQueue(IGroupWriter writer)
    {
        _writer = writer;
        _thread = new Thread(Run) { IsBackground = true, Name = "FHIR store writer" };
        _thread.Start();
    }

    public Task<T> EnqueueAsync<T>(PendingAnswer<T> work)
        where T : notnull
    {
        _queue.Add(work);
        return work.Answer;
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
            group.ForEach(work => work.Acknowledge());
        }
    }

    private List<PendingWork> Gather(PendingWork first)
    {
        List<PendingWork> group = [first];
        var writes = first.Size;
        while (writes < MaximumGroupWrites && _queue.TryTake(out var next))
        {
            group.Add(next);
            writes += next.Size;
        }

        return group;
    }
}
