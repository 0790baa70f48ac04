using Npgsql;
using NpgsqlTypes;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>The values of one column of rows to be written, gathered until their transaction writes them all.</summary>
internal abstract class Column(string name, string sqlType)
{
    public string Name => name;

    /// <summary>The type of the column's array in SQL.</summary>
    public string ArrayType => sqlType + "[]";

    /// <summary>All values as one array.</summary>
    public abstract NpgsqlParameter Parameter();

    /// <summary>One value, in COPY's binary form.</summary>
    public abstract void Write(CopyBuffer to, int row);
}

/// <inheritdoc/>
internal sealed class Column<T>(string name, string sqlType, NpgsqlDbType type, Action<CopyBuffer, T> write) : Column(name, sqlType)
{
    private readonly List<T> _values = [];

    public void Add(T value) => _values.Add(value);

    public override NpgsqlParameter Parameter() => new NpgsqlParameter<T[]> { TypedValue = [.. _values], NpgsqlDbType = type | NpgsqlDbType.Array };

    public override void Write(CopyBuffer to, int row) => write(to, _values[row]);
}
