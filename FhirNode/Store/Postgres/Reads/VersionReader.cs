using GenoMed.Fhir.Store.Postgres.Connections;
using GenoMed.Fhir.Store.Sql;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Reads;

/// <summary>Reads one version.</summary>
internal static class VersionReader
{
    private const string Read = $"SELECT {VersionRow.Columns} FROM resource r JOIN version v ON v.vid = r.vid WHERE r.type = $1 AND r.id = $2";
    private const string VRead = $"SELECT {VersionRow.Columns} FROM resource r JOIN version v ON v.rid = r.rid WHERE r.type = $1 AND r.id = $2 AND v.version = $3";

    public static ValueTask<StoredResource?> CurrentAsync(NpgsqlDataSource source, PostgresSymbols symbols, string type, string id, CancellationToken cancellationToken)
        => OneAsync(source.CreateCommand(Read).With(symbols.Find(type), id), symbols, cancellationToken);

    public static ValueTask<StoredResource?> OfNumberAsync(
        NpgsqlDataSource source, PostgresSymbols symbols, string type, string id, long version, CancellationToken cancellationToken)
        => OneAsync(source.CreateCommand(VRead).With(symbols.Find(type), id, version), symbols, cancellationToken);

    private static async ValueTask<StoredResource?> OneAsync(NpgsqlCommand command, PostgresSymbols symbols, CancellationToken cancellationToken)
    {
        await using (command)
        {
            var rows = await command.AllAsync(row => VersionRow.Take(row, symbols), cancellationToken);
            return rows is [var only] ? only : null;
        }
    }
}
