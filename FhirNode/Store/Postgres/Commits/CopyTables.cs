using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>Encoded rows of the index tables, on their way to the server.</summary>
internal sealed class CopyTables
{
    private readonly CopyBuffer?[] _buffers = new CopyBuffer?[Enum.GetValues<SearchKind>().Length];

    public CopyBuffer Of(SearchKind kind) => _buffers[(int)kind] ??= new CopyBuffer();

    /// <summary>Inserts what was added, and forgets it.</summary>
    public void Copy(NpgsqlConnection connection)
    {
        foreach (var kind in Enum.GetValues<SearchKind>())
        {
            if (_buffers[(int)kind] is { Length: > 0 } rows)
            {
                using var to = new CopyStream(connection, IndexTables.Name(kind), IndexRowFields.Names(kind));
                to.Send(rows.Written);
                to.Complete();
                rows.Clear();
            }
        }
    }
}
