using Npgsql;

namespace GenoMed.Fhir.Store.Tests.Postgres;

/// <summary>A schema of its own on the server that GENOMED_TEST_POSTGRES names; dropped at the end.</summary>
public sealed class PostgresDatabase : IDisposable
{
    private const string Variable = "GENOMED_TEST_POSTGRES";

    private readonly string _schema = "test_" + Guid.NewGuid().ToString("N");
    private readonly string _server;

    public PostgresDatabase()
    {
        _server = Environment.GetEnvironmentVariable(Variable) ?? "";
        if (Unavailable is null)
        {
            Execute($"CREATE SCHEMA {_schema}");
        }
    }

    /// <summary>Null where a server is named.</summary>
    public static string? Unavailable { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 }
        ? null
        : $"no PostgreSQL server: {Variable} holds no connection string (test.sh starts a server where it can)";

    public string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { SearchPath = _schema }.ConnectionString;

    public object? Execute(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { SearchPath = _schema, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    public void Dispose()
    {
        if (Unavailable is null)
        {
            Execute($"DROP SCHEMA {_schema} CASCADE");
        }
    }
}
