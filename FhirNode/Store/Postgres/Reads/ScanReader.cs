using System.Runtime.CompilerServices;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Postgres.Connections;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Reads;

/// <summary>All current resources of a type by id, in one statement, which sees one moment.</summary>
internal static class ScanReader
{
    private const string Scan = "SELECT v.body FROM resource r JOIN version v ON v.vid = r.vid WHERE r.type = $1 AND r.deleted = 0 ORDER BY r.id";

    public static async IAsyncEnumerable<Resource> ReadAsync(
        NpgsqlDataSource source, PostgresSymbols symbols, string type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Scan).With(symbols.Find(type));

        // However long the reader takes for all of them.
        command.CommandTimeout = 0;
        await using var reader = await Guarded(() => command.ExecuteReaderAsync(cancellationToken));
        while (await Guarded(() => reader.ReadAsync(cancellationToken)))
        {
            yield return Resource.FromTrusted(reader.GetFieldValue<byte[]>(0));
        }
    }

    private static async Task<T> Guarded<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (PostgresFailure.Of(e) is var problem && problem != e)
        {
            throw problem;
        }
    }
}
