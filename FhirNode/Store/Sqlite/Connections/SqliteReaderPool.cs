using System.Collections.Concurrent;

namespace GenoMed.Fhir.Store.Sqlite.Connections;

/// <summary>Reading connections, opened as they are needed, up to a limit; beyond it callers wait without holding a thread.</summary>
internal sealed class SqliteReaderPool(SqliteStoreOptions options) : IDisposable
{
    private readonly ConcurrentStack<SqliteSession> _idle = new();
    private readonly SemaphoreSlim _free = new(options.Readers);
    private volatile bool _closed;

    public async ValueTask<Lease> RentAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return new Lease(this, _idle.TryPop(out var session) ? session : Open());
        }
        catch
        {
            _free.Release();
            throw;
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryPop(out var session))
        {
            session.Dispose();
        }
    }

    private SqliteSession Open() => SqliteSession.Open(options.Path, SqlitePragmas.Reader(options));

    private void Return(SqliteSession session)
    {
        if (_closed)
        {
            session.Dispose();
        }
        else
        {
            _idle.Push(session);
        }

        _free.Release();
    }

    /// <summary>A session for as long as it is not disposed of.</summary>
    internal readonly struct Lease(SqliteReaderPool pool, SqliteSession session) : IDisposable
    {
        public SqliteSession Session => session;

        public void Dispose() => pool.Return(session);
    }
}
