using GenoMed.Fhir.Store.Postgres;
using GenoMed.Fhir.Store.Sqlite;

namespace GenoMed.Fhir.Store;

/// <summary>Every storage engine there is, one line each.</summary>
public static class StoreCatalog
{
    /// <summary>The engine where none is asked for.</summary>
    public const string Default = "sqlite";

    /// <summary>The engines.</summary>
    public static IReadOnlyList<StoreEngine> All { get; } =
    [
        new("sqlite", IsShared: false, (where, time) => SqliteResourceStore.Open(new SqliteStoreOptions(Path.Combine(where.Folder, "fhir.db")) { BaseUrl = where.BaseUrl, FullText = where.FullText, Progress = where.Progress }, time)),
        new("postgres", IsShared: true, (where, time) => PostgresResourceStore.Open(new PostgresStoreOptions(where.ConnectionString!) { BaseUrl = where.BaseUrl, FullText = where.FullText, Progress = where.Progress }, time)),
    ];

    /// <summary>The engine of that name, or null.</summary>
    public static StoreEngine? Find(string name) => All.FirstOrDefault(engine => engine.Name == name);
}
