using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql;
using GenoMed.Fhir.Store.Sqlite.Commits;
using GenoMed.Fhir.Store.Sqlite.Connections;
using GenoMed.Fhir.Store.Sqlite.Migrations;
using GenoMed.Fhir.Store.Sqlite.Reads;
using GenoMed.Fhir.Store.Sqlite.Search;

namespace GenoMed.Fhir.Store.Sqlite;

/// <summary>
/// The store in one SQLite file (WAL): one thread writes, in groups; several connections read, each from its
/// own snapshot. One process at a time opens a file.
/// </summary>
public sealed class SqliteResourceStore : IResourceStore, IDisposable
{
    private readonly SqliteFileLock _fileLock;
    private readonly SqliteSession _writer;
    private readonly SqliteReaderPool _readers;
    private readonly SymbolTable _symbols;
    private readonly IResourceIndexer _indexer;
    private readonly CommitQueue _commits;
    private readonly TimeProvider _time;

    private SqliteResourceStore(SqliteStoreOptions options, SqliteFileLock fileLock, SqliteSession writer, TimeProvider time, IResourceIndexer indexer)
    {
        _fileLock = fileLock;
        _writer = writer;
        _indexer = indexer;
        _time = time;
        _symbols = new SymbolTable(writer);
        _readers = new SqliteReaderPool(options);
        var indexWriter = new IndexWriter(writer, _symbols, indexer);
        new IndexRebuilder(writer, _symbols, indexWriter, indexer, options.Progress).RebuildIfOutdated();
        var versions = new VersionWriter(writer);
        _commits = new CommitQueue(new CommitGroupWriter(
            writer,
            _symbols,
            new CommitWriter(_symbols, versions, indexWriter, time),
            new PurgeWriter(writer, _symbols, versions, indexWriter),
            new UsedKeyWriter(writer, time)));
    }

    /// <summary>Opens or creates the file and brings it to this program's schema. Reads the disk: call it at start.</summary>
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">Unavailable: the file cannot be opened, is in use by another process or comes from a newer program.</exception>
    public static SqliteResourceStore Open(SqliteStoreOptions options, TimeProvider time)
    {
        var fileLock = SqliteFileLock.Take(options.Path);
        SqliteSession? writer = null;
        try
        {
            writer = SqliteSession.Open(options.Path, SqlitePragmas.Writer(options));
            SqliteMigrations.Apply(writer, time);
            return new SqliteResourceStore(options, fileLock, writer, time, new ResourceIndexer(options.BaseUrl, options.FullText));
        }
        catch
        {
            writer?.Dispose();
            fileLock.Dispose();
            throw;
        }
    }

    public async ValueTask<StoredResource?> ReadAsync(string resourceType, string id, CancellationToken cancellationToken)
    {
        using var reader = await _readers.RentAsync(cancellationToken);
        return VersionReader.Current(reader.Session, _symbols, resourceType, id);
    }

    public async ValueTask<StoredResource?> VReadAsync(string resourceType, string id, long versionId, CancellationToken cancellationToken)
    {
        using var reader = await _readers.RentAsync(cancellationToken);
        return VersionReader.OfNumber(reader.Session, _symbols, resourceType, id, versionId);
    }

    public async Task<HistoryPage> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
    {
        using var reader = await _readers.RentAsync(cancellationToken);
        return HistoryReader.Read(reader.Session, _symbols, query);
    }

    public Task<IReadOnlyList<StoredResource>> CommitAsync(IReadOnlyList<StoreWrite> writes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prepared = writes.Select(write => PreparedWrite.Of(write, _indexer)).ToList();
        return _commits.EnqueueAsync(new PendingCommit(prepared, cancellationToken));
    }

    public Task<int> PurgeAsync(IReadOnlyList<ResourceKey> resources, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _commits.EnqueueAsync(new PendingPurge(resources, cancellationToken));
    }

    public Task<bool> TryUseAsync(string key, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _commits.EnqueueAsync(new PendingUse(key, expires.ToUnixTimeMilliseconds(), cancellationToken));
    }

    public async Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        using var reader = await _readers.RentAsync(cancellationToken);
        using var snapshot = new SqliteSnapshot(reader.Session);
        return await new SearchReader(snapshot, SqliteDialect.Instance, _symbols, _time).ReadAsync(query, cancellationToken);
    }

    public IAsyncEnumerable<Resource> ScanAsync(string resourceType, CancellationToken cancellationToken)
        => ScanReader.ReadAsync(_readers, _symbols, resourceType, cancellationToken);

    public async Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken)
    {
        using var reader = await _readers.RentAsync(cancellationToken);
        return reader.Session.Prepare("SELECT type, count(*) FROM resource WHERE deleted = 0 GROUP BY type")
            .All(row => (Type: _symbols.Text(row.Long(0)), Count: row.Long(1)))
            .ToDictionary(row => row.Type, row => row.Count);
    }

    /// <summary>Finishes the commits that are under way and closes the file.</summary>
    public void Dispose()
    {
        _commits.Dispose();
        _readers.Dispose();
        _writer.Dispose();
        _fileLock.Dispose();
    }
}
