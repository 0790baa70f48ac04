using System.Globalization;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Migrations;

/// <summary>
/// Brings a file to the schema of this program. Migrations are the embedded files 0001.sql, 0002.sql, ...;
/// each runs in a transaction of its own together with its line in <c>schema_version</c>.
/// </summary>
internal static class SqliteMigrations
{
    private static readonly IReadOnlyList<string> Scripts = ReadScripts();

    /// <summary>The schema version that this program writes.</summary>
    public static int Latest => Scripts.Count;

    /// <exception cref="OperationProblem">Unavailable: the file was made by a newer program.</exception>
    public static void Apply(SqliteSession session, TimeProvider time)
    {
        session.Run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, applied TEXT NOT NULL)");
        var current = Current(session);
        if (current > Latest)
        {
            throw OperationProblem.Unavailable(
                $"The store's file has schema version {current}; this program knows versions up to {Latest}. Use a newer program, or another data folder.");
        }

        for (var version = current + 1; version <= Latest; version++)
        {
            ApplyOne(session, version, time.GetUtcNow());
        }
    }

    private static int Current(SqliteSession session)
        => session.Prepare("SELECT coalesce(max(version), 0) FROM schema_version").Single(row => (int)row.Long(0));

    private static void ApplyOne(SqliteSession session, int version, DateTimeOffset now)
    {
        var record = string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_version VALUES ({version}, '{now:O}')");
        try
        {
            session.Run($"BEGIN IMMEDIATE; {Scripts[version - 1]}; {record}; COMMIT");
        }
        catch
        {
            if (session.InTransaction)
            {
                session.Run("ROLLBACK");
            }

            throw;
        }
    }

    private static List<string> ReadScripts()
    {
        var assembly = typeof(SqliteMigrations).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.Contains(".Sqlite.Migrations.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            })];
    }
}
