using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Connections;

/// <summary>
/// Takes deleted rows, and their entries in the indexes, out of the tables' files, which otherwise keep them until the
/// server finds time. Rows that an open snapshot may still read stay until the next vacuum.
/// </summary>
internal static class Vacuum
{
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">Unavailable.</exception>
    public static async Task RunAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var tables = Enum.GetValues<SearchKind>().Where(kind => kind != SearchKind.Id).Select(IndexTables.Name);
        await using var command = source.CreateCommand($"VACUUM (INDEX_CLEANUP ON) version, resource, {string.Join(", ", tables)}");
        command.CommandTimeout = 0;
        await command.AllAsync(_ => true, cancellationToken);
    }
}
