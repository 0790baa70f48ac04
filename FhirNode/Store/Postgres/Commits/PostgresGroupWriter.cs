using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Postgres.Connections;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>
/// Writes groups of commits, each in one transaction. When the transaction fails, each commit is tried alone, so that
/// one does not take the others with it. When the connection is lost, the server is asked on another one what became of it.
/// </summary>
internal sealed class PostgresGroupWriter(WriterSession session, CommitWriter commits, PurgeWriter purges) : IGroupWriter
{
    private const int Attempts = 3;

    public void Write(IReadOnlyList<PendingWork> group)
    {
        foreach (var purge in group.OfType<PendingPurge>().Where(purge => !purge.IsAbandoned))
        {
            Try([purge], () => Erase(purge));
        }

        var pending = group.OfType<PendingCommit>().Where(commit => !commit.IsAbandoned).ToList();
        if (pending.Count > 0 && !Try(pending, () => Commit(pending)) && pending.Count > 1)
        {
            pending.ForEach(commit => Try([commit], () => Commit([commit])));
        }
    }

    private void Commit(IReadOnlyList<PendingCommit> pending)
    {
        var (number, rows) = commits.Begin(session.Connection, pending);
        End(number, () => rows.Commit(session.Connection));
    }

    private void Erase(PendingPurge purge)
    {
        var (number, rows, deletes) = purges.Begin(session.Connection, purge);
        End(number, () => rows.Commit(session.Connection, deletes));
    }

    /// <summary>False when it could not be written; each work then knows why.</summary>
    private bool Try(IReadOnlyList<PendingWork> works, Action write)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                write();
                return true;
            }
            catch (Exception e)
            {
                session.Abandon();
                if (!PostgresFailure.IsLostConnection(e) || attempt == Attempts)
                {
                    Fail(works, PostgresFailure.Of(e));
                    return false;
                }
            }
        }
    }

    private static void Fail(IReadOnlyList<PendingWork> works, Exception problem)
    {
        foreach (var work in works)
        {
            work.Failed(problem);
        }
    }

    private void End(string number, Action commit)
    {
        try
        {
            commit();
        }
        catch (Exception e) when (PostgresFailure.IsLostConnection(e))
        {
            session.Abandon();
            if (!IsCommitted(number))
            {
                throw;
            }
        }
    }

    // Whoever was cut off may still be at work there: taking the clock waits for its end.
    private bool IsCommitted(string number)
    {
        using var batch = new NpgsqlBatch(session.Connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT 1 FROM commit_clock FOR UPDATE"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT pg_xact_status($1::xid8)") { Parameters = { new NpgsqlParameter<string> { TypedValue = number } } });
        using var reader = batch.ExecuteReader();
        reader.NextResult();
        return reader.Read() && reader.GetString(0) == "committed";
    }
}
