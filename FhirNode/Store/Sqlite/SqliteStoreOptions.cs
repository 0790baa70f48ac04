namespace GenoMed.Fhir.Store.Sqlite;

/// <summary>Where a SQLite store lies and what it may use.</summary>
/// <param name="Path">The database file; its folder must exist. <c>-wal</c> and <c>-shm</c> files appear beside it.</param>
public sealed record SqliteStoreOptions(string Path)
{
    /// <summary>
    /// True (default): a commit is on the disk before it is acknowledged (<c>synchronous=FULL</c>), so it survives a
    /// power cut. False (<c>synchronous=NORMAL</c>): it survives a killed process, but the last commits may be lost with the power.
    /// </summary>
    public bool SurvivePowerLoss { get; init; } = true;

    /// <summary>Connections for reading, 1 or more; a read beyond that waits its turn. Default 8.</summary>
    public int Readers { get; init; } = 8;

    /// <summary>Page cache of the writing connection, in MiB. Default 64.</summary>
    public int WriterCacheMebibytes { get; init; } = 64;

    /// <summary>Page cache of each reading connection, in MiB. Default 8.</summary>
    public int ReaderCacheMebibytes { get; init; } = 8;

    /// <summary>Upper bound of the file in pages of 4 KiB, or null for none: a quota, beyond which commits fail as on a full disk.</summary>
    public long? MaximumPages { get; init; }

    /// <summary>See <see cref="StoreLocation.BaseUrl"/>.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>See <see cref="StoreLocation.FullText"/>.</summary>
    public bool FullText { get; init; }

    /// <summary>See <see cref="StoreLocation.Progress"/>.</summary>
    public IProgress<IndexProgress>? Progress { get; init; }
}
