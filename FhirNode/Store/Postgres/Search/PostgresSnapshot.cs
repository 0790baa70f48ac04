using System.Data;
using GenoMed.Fhir.Store.Postgres.Connections;
using GenoMed.Fhir.Store.Sql;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Search;

/// <summary>A read transaction on a connection, for as long as it is not disposed of.</summary>
internal sealed class PostgresSnapshot : ISqlReader, IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PostgresSnapshot(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">Unavailable.</exception>
    public static async Task<PostgresSnapshot> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await source.OpenConnectionAsync(cancellationToken);
            return new PostgresSnapshot(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken));
        }
        catch (Exception e) when (PostgresFailure.Of(e) is var problem && problem != e)
        {
            throw problem;
        }
    }

    public async ValueTask<List<T>> QueryAsync<T>(SqlQuery query, Func<ISqlRow, T> take, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(query.Text, _connection).With(query.Values);
        return await command.AllAsync(take, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
