using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Postgres.Commits;
using GenoMed.Fhir.Store.Postgres.Connections;
using GenoMed.Fhir.Store.Postgres.Migrations;
using GenoMed.Fhir.Store.Postgres.Reads;
using GenoMed.Fhir.Store.Postgres.Search;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres;

/// <summary>
/// The store in a PostgreSQL database, which several processes may share. In each, one thread writes, in groups; reads
/// have connections of their own, each with its snapshot.
/// </summary>
public sealed class PostgresResourceStore : IResourceStore, IDisposable
{
    // A smaller commit's rows are not sent by COPY, unless many such commits share a transaction.
    private const int EncodeFrom = 64;

    private readonly NpgsqlDataSource _readers;
    private readonly NpgsqlDataSource _inner;
    private readonly PostgresSymbols _symbols;
    private readonly IResourceIndexer _indexer;
    private readonly WriterSession _writer;
    private readonly CommitQueue _commits;
    private readonly Vacuum _vacuum;
    private readonly UsedKeyWriter _keys;
    private readonly TimeProvider _time;

    private PostgresResourceStore(PostgresStoreOptions options, TimeProvider time, IResourceIndexer indexer)
    {
        _readers = PostgresSource.Create(options.ConnectionString, options.Readers);

        // One writes and one asks for symbols: they never wait for a reader that itself waits for them.
        _inner = PostgresSource.Create(options.ConnectionString, 2);
        _time = time;
        _indexer = indexer;
        _symbols = new PostgresSymbols(_inner);
        _writer = new WriterSession(_inner);
        _vacuum = new Vacuum(_readers);
        _keys = new UsedKeyWriter(_readers, time);
        _commits = new CommitQueue(new PostgresGroupWriter(
            _writer, new CommitWriter(_symbols, indexer, time), new PurgeWriter(_symbols, indexer, time)));
    }

    /// <summary>Opens the database and brings it to this program's schema. Call it at start.</summary>
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">Unavailable: the database cannot be reached or comes from a newer program.</exception>
    public static PostgresResourceStore Open(PostgresStoreOptions options, TimeProvider time)
    {
        var store = new PostgresResourceStore(options, time, new ResourceIndexer(options.BaseUrl, options.FullText));
        try
        {
            store.Prepare(options.Progress);
            return store;
        }
        catch (Exception e)
        {
            store.Dispose();
            throw PostgresFailure.Of(e) is var problem && problem != e ? problem : e;
        }
    }

    public ValueTask<StoredResource?> ReadAsync(string resourceType, string id, CancellationToken cancellationToken)
        => VersionReader.CurrentAsync(_readers, _symbols, resourceType, id, cancellationToken);

    public ValueTask<StoredResource?> VReadAsync(string resourceType, string id, long versionId, CancellationToken cancellationToken)
        => VersionReader.OfNumberAsync(_readers, _symbols, resourceType, id, versionId, cancellationToken);

    public async Task<HistoryPage> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
    {
        await using var snapshot = await PostgresSnapshot.OpenAsync(_readers, cancellationToken);
        return await HistoryReader.ReadAsync(snapshot, _symbols, query, cancellationToken);
    }

    public Task<IReadOnlyList<StoredResource>> CommitAsync(IReadOnlyList<StoreWrite> writes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prepared = writes.Select(write => PreparedWrite.Of(write, _indexer));
        List<PreparedWrite> ready = [.. writes.Count < EncodeFrom ? prepared : prepared.Select(write => EncodedWrite.Of(write, _symbols))];
        return _commits.EnqueueAsync(new PendingCommit(ready, cancellationToken));
    }

    public async Task<int> PurgeAsync(IReadOnlyList<ResourceKey> resources, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var purged = await _commits.EnqueueAsync(new PendingPurge(resources, cancellationToken));
        if (purged > 0)
        {
            _vacuum.Ask();
        }

        return purged;
    }

    public Task<bool> TryUseAsync(string key, DateTimeOffset expires, CancellationToken cancellationToken) => _keys.TryUseAsync(key, expires, cancellationToken);

    public async Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        await using var snapshot = await PostgresSnapshot.OpenAsync(_readers, cancellationToken);
        return await new SearchReader(snapshot, PostgresDialect.Instance, _symbols, _time).ReadAsync(query, cancellationToken);
    }

    public IAsyncEnumerable<Resource> ScanAsync(string resourceType, CancellationToken cancellationToken)
        => ScanReader.ReadAsync(_readers, _symbols, resourceType, cancellationToken);

    public async Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = _readers.CreateCommand("SELECT type, count(*) FROM resource WHERE deleted = 0 GROUP BY type");
        var counts = await command.AllAsync(row => (Type: _symbols.Text(row.Long(0)), Count: row.Long(1)), cancellationToken);
        return counts.ToDictionary(row => row.Type, row => row.Count);
    }

    /// <summary>Finishes the commits that are under way and closes the connections.</summary>
    public void Dispose()
    {
        _commits.Dispose();
        _vacuum.Dispose();
        _writer.Dispose();
        _inner.Dispose();
        _readers.Dispose();
    }

    private void Prepare(IProgress<IndexProgress>? progress)
    {
        using var connection = _readers.OpenConnection();
        using var turn = new NpgsqlCommand("SELECT pg_advisory_lock(hashtextextended('genomed ' || current_schema(), 0))", connection) { CommandTimeout = 0 };
        turn.ExecuteNonQuery();
        PostgresMigrations.Apply(connection, _time);
        new IndexRebuilder(connection, _symbols, _indexer, progress).RebuildIfOutdated();
        using var done = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection);
        done.ExecuteNonQuery();
    }
}
