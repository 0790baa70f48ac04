using NpgsqlTypes;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>The types of column that the store has.</summary>
internal static class Columns
{
    public static Column<int> Integer(string name) => new(name, "integer", NpgsqlDbType.Integer, static (to, value) => to.Add(value));

    public static Column<long> Bigint(string name) => new(name, "bigint", NpgsqlDbType.Bigint, static (to, value) => to.Add(value));

    public static Column<double> Double(string name) => new(name, "double precision", NpgsqlDbType.Double, static (to, value) => to.Add(value));

    public static Column<string> Text(string name) => new(name, "text", NpgsqlDbType.Text, static (to, value) => to.Add(value));

    public static Column<ReadOnlyMemory<byte>?> Bytes(string name) => new(name, "bytea", NpgsqlDbType.Bytea, static (to, value) => to.Add(value));
}
