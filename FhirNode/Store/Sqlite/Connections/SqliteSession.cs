using GenoMed.Fhir.R5.Outcomes;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GenoMed.Fhir.Store.Sqlite.Connections;

/// <summary>One connection with its prepared statements, used by one caller at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private const int RememberedStatements = 256;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    private SqliteSession(SqliteConnection connection) => _connection = connection;

    private sqlite3 Database => _connection.Handle!;

    /// <summary>False while a transaction is open; some failures (a full disk) end the transaction by themselves.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(Database) == 0;

    public static SqliteSession Open(string path, params IEnumerable<string> pragmas)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            var session = new SqliteSession(connection);
            foreach (var pragma in pragmas)
            {
                session.Run(pragma);
            }

            return session;
        }
        catch (Exception e) when (e is SqliteException or OperationProblem)
        {
            connection.Dispose();
            throw e as OperationProblem ?? OperationProblem.Unavailable($"The store {path} cannot be opened: {e.Message}");
        }
    }

    /// <summary>The statement of this text, prepared once; its parameters are ?1, ?2, ...</summary>
    public SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            if (_statements.Count >= RememberedStatements)
            {
                Forget();
            }

            statement = new SqliteStatement(Database, sql);
            _statements.Add(sql, statement);
        }

        return statement;
    }

    /// <summary>Runs text of one or more statements without parameters, such as a migration.</summary>
    public void Run(string sql) => SqliteFailure.ThrowUnlessOk(Database, raw.sqlite3_exec(Database, sql));

    public long LastRowId => raw.sqlite3_last_insert_rowid(Database);

    public void Dispose()
    {
        Forget();
        _connection.Dispose();
    }

    private void Forget()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
    }
}
