using GenoMed.Fhir.Store.Sqlite;

namespace GenoMed.Fhir.Store.Tests.Sqlite;

public sealed class SqliteFixture : IStoreFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory("genomed-store-").FullName;
    private SqliteResourceStore _store;

    public SqliteFixture() => _store = Open();

    public IResourceStore Store => _store;

    public ManualTime Time { get; } = new();

    public string? Unavailable => null;

    public string File => Path.Combine(_folder, "node.db");

    public Task ReopenAsync()
    {
        _store.Dispose();
        _store = Open();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private SqliteResourceStore Open() => SqliteResourceStore.Open(new SqliteStoreOptions(File) { SurvivePowerLoss = false }, Time);
}
