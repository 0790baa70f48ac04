using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Connections;

/// <summary>
/// Takes deleted rows, and their entries in the indexes, out of the tables' files, which otherwise keep them until the
/// server finds time. One at a time, behind the purges that ask for it. Rows that an open snapshot may still read stay
/// until the server's next vacuum, as do all rows where this one fails: purged they are in any case.
/// </summary>
internal sealed class Vacuum(NpgsqlDataSource source) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _closing = new();
    private Task _running = Task.CompletedTask;
    private bool _wanted;
    private bool _isRunning;

    public void Ask()
    {
        lock (_lock)
        {
            _wanted = true;
            if (!_isRunning)
            {
                _isRunning = true;
                _running = Task.Run(RunAsync);
            }
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _running.Wait();
        _closing.Dispose();
    }

    private async Task RunAsync()
    {
        while (TakeWish())
        {
            try
            {
                var tables = Enum.GetValues<SearchKind>().Where(kind => kind != SearchKind.Id).Select(IndexTables.Name);
                await using var command = source.CreateCommand($"VACUUM (INDEX_CLEANUP ON) version, resource, {string.Join(", ", tables)}");
                command.CommandTimeout = 0;
                await command.ExecuteNonQueryAsync(_closing.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or NpgsqlException)
            {
                // Nothing is lost: the server's own vacuum comes later.
                continue;
            }
        }
    }

    private bool TakeWish()
    {
        lock (_lock)
        {
            _isRunning = _wanted && !_closing.IsCancellationRequested;
            _wanted = false;
            return _isRunning;
        }
    }
}
