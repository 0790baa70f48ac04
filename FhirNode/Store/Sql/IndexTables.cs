using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>The index table of each kind.</summary>
internal static class IndexTables
{
    public static string Name(SearchKind kind) => kind switch
    {
        SearchKind.Token => "token_index",
        SearchKind.String => "string_index",
        SearchKind.Reference => "reference_index",
        SearchKind.Date => "date_index",
        SearchKind.Number => "number_index",
        SearchKind.Quantity => "quantity_index",
        SearchKind.Uri => "uri_index",
        SearchKind.Composite => "composite_index",
        SearchKind.Narrative => "narrative_index",
        SearchKind.Content => "content_index",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no index table."),
    };

    /// <summary>Whether a resource's rows are found by (rid, param).</summary>
    public static bool HasResourceIndex(SearchKind kind) => kind is not (SearchKind.Token or SearchKind.Uri or SearchKind.Composite);
}
