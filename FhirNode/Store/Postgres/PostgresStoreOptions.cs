namespace GenoMed.Fhir.Store.Postgres;

/// <summary>Where a PostgreSQL store lies.</summary>
/// <param name="ConnectionString">
/// As Npgsql reads it: <c>Host=db;Database=genomed;Username=genomed</c>. The tables lie in the first schema of
/// <c>Search Path</c> (default: <c>public</c>), which must be there; the user must be allowed to make tables in it.
/// </param>
public sealed record PostgresStoreOptions(string ConnectionString)
{
    /// <summary>Connections of this process for reading, 1 or more; a read beyond that waits its turn. Two more write and learn new symbols. Default 32.</summary>
    public int Readers { get; init; } = 32;

    /// <summary>See <see cref="StoreLocation.BaseUrl"/>.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>See <see cref="StoreLocation.FullText"/>.</summary>
    public bool FullText { get; init; }

    /// <summary>See <see cref="StoreLocation.Progress"/>.</summary>
    public IProgress<IndexProgress>? Progress { get; init; }
}
