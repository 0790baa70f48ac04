using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Store.Tests.Postgres;

namespace GenoMed.Fhir.Node.Tests.Search;

/// <summary>The same hospital on PostgreSQL; without a server there is no node, and tests are to be skipped.</summary>
public sealed class PostgresSearchNode : SearchNode
{
    private readonly PostgresDatabase _database = new();

    public override ValueTask InitializeAsync() => PostgresDatabase.Unavailable is null ? base.InitializeAsync() : ValueTask.CompletedTask;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _database.Dispose();
    }

    protected override NodeOptions Change(NodeOptions options)
        => options with { Store = new NodeStoreOptions { Engine = "postgres", ConnectionString = _database.ConnectionString } };
}
