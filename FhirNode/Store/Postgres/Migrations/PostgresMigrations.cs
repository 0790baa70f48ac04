using System.Globalization;
using GenoMed.Fhir.R5.Outcomes;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Migrations;

/// <summary>
/// Brings a database to the schema of this program. Migrations are the embedded files 0001.sql, 0002.sql, ...; each
/// runs in a transaction of its own together with its line in <c>schema_version</c>. A lock lets one process at a time do it.
/// </summary>
internal static class PostgresMigrations
{
    private const string Known = """
        CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, applied timestamptz NOT NULL);
        SELECT coalesce(max(version), 0) FROM schema_version
        """;

    private static readonly IReadOnlyList<string> Scripts = ReadScripts();

    /// <exception cref="OperationProblem">Unavailable: the database was made by a newer program, or its text is not UTF-8.</exception>
    public static void Apply(NpgsqlConnection connection, TimeProvider time)
    {
        CheckEncoding(connection);
        var current = (int)Scalar(connection, Known)!;
        if (current > Scripts.Count)
        {
            throw OperationProblem.Unavailable(
                $"The store's database has schema version {current}; this program knows versions up to {Scripts.Count}. Use a newer program, or another database.");
        }

        for (var version = current + 1; version <= Scripts.Count; version++)
        {
            ApplyOne(connection, version, time.GetUtcNow());
        }
    }

    private static void CheckEncoding(NpgsqlConnection connection)
    {
        if (Scalar(connection, "SHOW server_encoding") is string encoding and not "UTF8")
        {
            throw OperationProblem.Unavailable($"The store's database has the encoding {encoding}; make it with ENCODING 'UTF8'.");
        }
    }

    private static void ApplyOne(NpgsqlConnection connection, int version, DateTimeOffset now)
    {
        using var transaction = connection.BeginTransaction();
        Scalar(connection, Scripts[version - 1]);
        Scalar(connection, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_version VALUES ({version}, '{now:O}')"));
        transaction.Commit();
    }

    private static object? Scalar(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return command.ExecuteScalar();
    }

    private static List<string> ReadScripts()
    {
        var assembly = typeof(PostgresMigrations).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.Contains(".Postgres.Migrations.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            })];
    }
}
