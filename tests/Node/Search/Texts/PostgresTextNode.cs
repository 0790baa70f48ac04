using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Store.Tests.Postgres;

namespace GenoMed.Fhir.Node.Tests.Search.Texts;

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresTextNode : TextNode
{
    private readonly PostgresDatabase _database = new();

    public override string? Unavailable => PostgresDatabase.Unavailable;

    protected override NodeStoreOptions Store => new() { Engine = "postgres", ConnectionString = _database.ConnectionString };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _database.Dispose();
    }
}
