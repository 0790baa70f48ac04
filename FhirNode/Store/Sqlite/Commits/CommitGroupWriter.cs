using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>
/// Writes a group of commits in one transaction, each under a savepoint: one that is refused leaves the others
/// as they are. When the transaction itself fails (a full disk), each commit is tried alone, so that a large
/// one does not take a small one with it.
/// </summary>
internal sealed class CommitGroupWriter(SqliteSession session, SymbolTable symbols, CommitWriter writer)
{
    public void Write(IReadOnlyList<PendingCommit> group)
    {
        if (TryWrite(group) is not { } failure)
        {
            return;
        }

        foreach (var commit in group)
        {
            if ((group.Count > 1 ? TryWrite([commit]) : failure) is { } alone)
            {
                commit.Failed(alone);
            }
        }
    }

    private Exception? TryWrite(IReadOnlyList<PendingCommit> group)
    {
        try
        {
            session.Prepare("BEGIN IMMEDIATE").Execute();
            foreach (var commit in group.Where(commit => !commit.IsAbandoned))
            {
                WriteOne(commit);
            }

            session.Prepare("COMMIT").Execute();
            return null;
        }
        catch (Exception e)
        {
            Undo();
            return e;
        }
    }

    private void WriteOne(PendingCommit commit)
    {
        symbols.Intern(commit.Writes);
        session.Prepare("SAVEPOINT one").Execute();
        try
        {
            commit.Succeeded(writer.Write(commit.Writes));
        }
        catch (Exception e) when (session.InTransaction)
        {
            session.Prepare("ROLLBACK TO one").Execute();
            commit.Failed(e);
        }

        session.Prepare("RELEASE one").Execute();
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
