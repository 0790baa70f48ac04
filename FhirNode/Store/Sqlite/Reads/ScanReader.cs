using System.Runtime.CompilerServices;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Reads;

/// <summary>All current resources of a type by id, read in one statement: SQLite keeps its snapshot while it runs.</summary>
internal static class ScanReader
{
    private const string Scan = """
        SELECT v.body FROM resource r CROSS JOIN version v ON v.vid = r.vid
        WHERE r.type = ?1 AND r.deleted = 0 ORDER BY r.id
        """;

    public static async IAsyncEnumerable<Resource> ReadAsync(
        SqliteReaderPool readers, SymbolTable symbols, string type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lease = await readers.RentAsync(cancellationToken);
        var statement = lease.Session.Prepare(Scan).Bind(1, symbols.Find(type));
        try
        {
            while (statement.Step())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return Resource.FromTrusted(statement.Blob(0)!);
            }
        }
        finally
        {
            statement.Reset();
        }
    }
}
