using System.Text;
using GenoMed.Fhir.Store.Sql;
using SQLitePCL;

namespace GenoMed.Fhir.Store.Sqlite.Connections;

/// <summary>
/// A prepared statement. The hot paths bind UTF-8 straight into it: going through SqliteCommand costs several
/// times the insert itself. Not safe for concurrent use; belongs to the session that prepared it.
/// </summary>
internal sealed class SqliteStatement : ISqlRow, IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        var code = raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement);
        SqliteFailure.ThrowUnlessOk(database, code);
    }

    /// <summary>Binds the parameter at a position from 1.</summary>
    public SqliteStatement Bind(int position, long value)
    {
        SqliteFailure.ThrowUnlessOk(_database, raw.sqlite3_bind_int64(_statement, position, value));
        return this;
    }

    public SqliteStatement Bind(int position, double value)
    {
        SqliteFailure.ThrowUnlessOk(_database, raw.sqlite3_bind_double(_statement, position, value));
        return this;
    }

    public SqliteStatement Bind(int position, string value)
    {
        Span<byte> utf8 = value.Length <= 256 ? stackalloc byte[value.Length * 3] : new byte[Encoding.UTF8.GetByteCount(value)];
        var length = Encoding.UTF8.GetBytes(value, utf8);
        return BindText(position, utf8[..length]);
    }

    /// <summary>Binds a text that is UTF-8 already.</summary>
    public SqliteStatement BindText(int position, ReadOnlySpan<byte> utf8)
    {
        SqliteFailure.ThrowUnlessOk(_database, raw.sqlite3_bind_text(_statement, position, utf8));
        return this;
    }

    /// <summary>Binds a blob.</summary>
    public SqliteStatement Bind(int position, ReadOnlySpan<byte> blob)
    {
        SqliteFailure.ThrowUnlessOk(_database, raw.sqlite3_bind_blob(_statement, position, blob));
        return this;
    }

    /// <summary>Binds values of type long, double or string to ?1, ?2, ...</summary>
    public SqliteStatement BindAll(IReadOnlyList<object> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            _ = values[i] switch
            {
                long number => Bind(i + 1, number),
                double number => Bind(i + 1, number),
                string text => Bind(i + 1, text),
                _ => throw new ArgumentException($"{values[i].GetType()} cannot be bound.", nameof(values)),
            };
        }

        return this;
    }

    public SqliteStatement BindNull(int position)
    {
        SqliteFailure.ThrowUnlessOk(_database, raw.sqlite3_bind_null(_statement, position));
        return this;
    }

    /// <summary>Moves to the next row; false at the end. A failure resets the statement.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return code == raw.SQLITE_ROW;
        }

        var failure = SqliteFailure.Of(_database, code);
        Reset();
        throw failure;
    }

    /// <summary>Runs a statement that returns no rows, and makes it ready to run again.</summary>
    public void Execute()
    {
        Step();
        Reset();
    }

    /// <summary>Reads every row, then ends the read.</summary>
    public List<T> All<T>(Func<SqliteStatement, T> take)
    {
        List<T> rows = [];
        try
        {
            while (Step())
            {
                rows.Add(take(this));
            }

            return rows;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Reads the one row of a query that always has one.</summary>
    public T Single<T>(Func<SqliteStatement, T> take) => All(take)[0];

    /// <summary>Ends the statement's read, which would otherwise keep its snapshot alive.</summary>
    public void Reset() => _ = raw.sqlite3_reset(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public double Double(int column) => raw.sqlite3_column_double(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>A copy of a blob, or null.</summary>
    public byte[]? Blob(int column) => IsNull(column) ? null : raw.sqlite3_column_blob(_statement, column).ToArray();

    /// <summary>The value as long, double, string or null.</summary>
    public object? Value(int column) => raw.sqlite3_column_type(_statement, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => Long(column),
        raw.SQLITE_FLOAT => Double(column),
        _ => Text(column),
    };

    public void Dispose() => _statement.Dispose();
}
