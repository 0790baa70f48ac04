using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Reads;

internal static class SearchReader
{
    public static SearchPage Read(SqliteSession session, SymbolTable symbols, SearchQuery query)
        => throw OperationProblem.NotSupported("later commit");
}
