using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Index;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>Writes commits, all in one transaction. One that is refused leaves the others as they are.</summary>
internal sealed class CommitWriter(PostgresSymbols symbols, IResourceIndexer indexer, TimeProvider time)
{
    /// <summary>Plans the commits and gathers their rows; each then knows its result or why it was refused.</summary>
    public (string Number, GroupRows Rows) Begin(NpgsqlConnection connection, IReadOnlyList<PendingCommit> commits)
    {
        symbols.Intern(commits.SelectMany(commit => commit.Writes).Where(write => write is not EncodedWrite)
            .SelectMany(write => write.Rows.SelectMany(row => row.Symbols).Prepend(write.Write.ResourceType)));
        var keys = commits.SelectMany(commit => commit.Writes).Select(write => new ResourceKey(write.Write.ResourceType, write.Write.Id)).Distinct()
            .Select(key => (symbols.Number(key.ResourceType), key)).ToList();
        var transaction = GroupTransaction.Begin(connection, keys, commits.Sum(commit => commit.Size), time.GetUtcNow().ToUnixTimeMilliseconds());
        var plan = new GroupPlan(transaction.Stored, transaction.LastVid, transaction.Now, symbols);
        foreach (var commit in commits)
        {
            Plan(commit, plan);
        }

        return (transaction.Number, GroupRows.Of(plan, symbols, indexer));
    }

    private static void Plan(PendingCommit commit, GroupPlan plan)
    {
        try
        {
            commit.Succeeded(plan.Add(commit.Writes));
        }
        catch (Exception e)
        {
            commit.Failed(e);
        }
    }
}
