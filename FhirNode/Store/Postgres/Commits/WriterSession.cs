using GenoMed.Fhir.Store.Postgres.Connections;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>The connection that the writing thread uses; opened again after it was lost.</summary>
internal sealed class WriterSession(NpgsqlDataSource source) : IDisposable
{
    // What this connection looks up it knows by key. Tables that grew since they were last analysed would otherwise be
    // read from end to end. A process that hangs while it holds the clock is put out.
    private const string Settings = """
        SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;
        SET idle_in_transaction_session_timeout = '30s'
        """;

    private NpgsqlConnection? _connection;

    public NpgsqlConnection Connection => _connection ??= Open();

    /// <summary>Ends a transaction that failed. A connection on which that is not possible is closed; the server then rolls back.</summary>
    public void Abandon()
    {
        try
        {
            if (_connection is { } connection)
            {
                using var command = new NpgsqlCommand("ROLLBACK", connection);
                command.ExecuteNonQuery();
            }
        }
        catch (Exception e) when (PostgresFailure.IsLostConnection(e) || e is InvalidOperationException)
        {
            Close();
        }
    }

    public void Dispose() => Close();

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private NpgsqlConnection Open()
    {
        var connection = source.OpenConnection();
        try
        {
            using var command = new NpgsqlCommand(Settings, connection);
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
