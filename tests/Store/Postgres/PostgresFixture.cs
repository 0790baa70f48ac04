using GenoMed.Fhir.Store.Postgres;

namespace GenoMed.Fhir.Store.Tests.Postgres;

public sealed class PostgresFixture : IStoreFixture
{
    private readonly PostgresDatabase _database = new();
    private PostgresResourceStore? _store;

    public PostgresFixture() => _store = Unavailable is null ? Open() : null;

    public IResourceStore Store => _store!;

    public ManualTime Time { get; } = new();

    public string? Unavailable => PostgresDatabase.Unavailable;

    public Task ReopenAsync()
    {
        _store?.Dispose();
        _store = Open();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _store?.Dispose();
        _database.Dispose();
        return ValueTask.CompletedTask;
    }

    private PostgresResourceStore Open() => PostgresResourceStore.Open(new PostgresStoreOptions(_database.ConnectionString), Time);
}
