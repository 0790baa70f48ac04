using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>
/// Writes a group of commits and purges in one transaction, each under a savepoint: one that is refused leaves the others
/// as they are. When the transaction itself fails (a full disk), each commit is tried alone, so that a large
/// one does not take a small one with it.
/// </summary>
internal sealed class CommitGroupWriter(SqliteSession session, SymbolTable symbols, CommitWriter commits, PurgeWriter purges) : IGroupWriter
{
    public void Write(IReadOnlyList<PendingWork> group)
    {
        if (TryWrite(group) is not { } failure)
        {
            return;
        }

        foreach (var work in group)
        {
            if ((group.Count > 1 ? TryWrite([work]) : failure) is { } alone)
            {
                work.Failed(alone);
            }
        }
    }

    private Exception? TryWrite(IReadOnlyList<PendingWork> group)
    {
        try
        {
            session.Prepare("BEGIN IMMEDIATE").Execute();
            foreach (var work in group.Where(work => !work.IsAbandoned))
            {
                WriteOne(work);
            }

            session.Prepare("COMMIT").Execute();
            ClearLog(group);
            return null;
        }
        catch (Exception e)
        {
            Undo();
            return e;
        }
    }

    private void WriteOne(PendingWork work)
    {
        if (work is PendingCommit { Writes: var writes })
        {
            symbols.Intern(writes);
        }

        session.Prepare("SAVEPOINT one").Execute();
        try
        {
            Apply(work);
        }
        catch (Exception e) when (session.InTransaction)
        {
            session.Prepare("ROLLBACK TO one").Execute();
            work.Failed(e);
        }

        session.Prepare("RELEASE one").Execute();
    }

    private void Apply(PendingWork work)
    {
        if (work is PendingCommit commit)
        {
            commit.Succeeded(commits.Write(commit.Writes));
        }
        else if (work is PendingPurge purge)
        {
            purge.Succeeded(purges.Purge(purge.Resources));
        }
    }

    // The log still holds the pages as they were before a purge. A reader of an old snapshot keeps it from being
    // emptied; the checkpoint after that reader then does it, and nobody waits for it here.
    private void ClearLog(IReadOnlyList<PendingWork> group)
    {
        if (group.Any(work => work is PendingPurge))
        {
            session.Run("PRAGMA busy_timeout = 0");
            session.Prepare("PRAGMA wal_checkpoint(TRUNCATE)").Execute();
            session.Run(SqlitePragmas.Wait);
        }
    }

    private void Undo()
    {
        if (session.InTransaction)
        {
            session.Prepare("ROLLBACK").Execute();
        }

        symbols.Reload();
    }
}
