using GenoMed.Fhir.Store.Sql;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Connections;

/// <summary>The row that a reader stands on.</summary>
internal sealed class PostgresRow(NpgsqlDataReader reader) : ISqlRow
{
    // Symbols and flags are stored as integer, counts and times as bigint.
    public long Long(int column) => reader.GetFieldType(column) == typeof(int) ? reader.GetInt32(column) : reader.GetInt64(column);

    public string Text(int column) => reader.GetString(column);

    public byte[]? Blob(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    public object? Value(int column) => reader.IsDBNull(column) ? null : reader.GetValue(column) switch
    {
        int number => (long)number,
        var value => value,
    };
}
