using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>
/// Writes a group of commits and purges in one transaction, each under a savepoint: one that is refused leaves the others
/// as they are. When the transaction itself fails (a full disk), each commit is tried alone, so that a large
/// one does not take a small one with it.
/// </summary>
internal sealed class CommitGroupWriter(SqliteSession session, SymbolTable symbols, CommitWriter commits, PurgeWriter purges, UsedKeyWriter keys) : IGroupWriter
{
    private const int Large = 50;

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
            WriteAll([.. group.Where(work => !work.IsAbandoned)]);

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

    // A savepoint keeps a copy of every page that changes after it; a large commit alone is rather rolled back whole.
    private void WriteAll(IReadOnlyList<PendingWork> works)
    {
        if (works is [{ Size: >= Large } only])
        {
            Intern(only);
            Apply(only);
            return;
        }

        foreach (var work in works)
        {
            WriteOne(work);
        }
    }

    private void Intern(PendingWork work)
    {
        if (work is PendingCommit { Writes: var writes })
        {
            symbols.Intern(writes);
        }
    }

    private void WriteOne(PendingWork work)
    {
        Intern(work);

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
        else if (work is PendingUse use)
        {
            use.Succeeded(keys.TryUse(use));
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
