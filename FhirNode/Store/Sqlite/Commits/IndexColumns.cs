using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>The columns of an index table behind param and rid, in the order in which <see cref="RowBytes"/> writes them.</summary>
internal static class IndexColumns
{
    public static IReadOnlyList<IndexColumn> Of(SearchKind kind) => kind switch
    {
        SearchKind.Token => [Text("code"), Integer("system")],
        SearchKind.Reference => [Text("target"), Integer("type")],
        SearchKind.String => [Text("folded"), Text("exact")],
        SearchKind.Date => [Integer("low"), Integer("high")],
        SearchKind.Number => [Real("low"), Real("high")],
        SearchKind.Quantity => [Real("low"), Real("high"), Text("code"), Integer("system")],
        SearchKind.Uri => [Text("value")],
        SearchKind.Narrative or SearchKind.Content => [Text("words")],
        SearchKind.Composite =>
            [Real("low"), Real("high"), Text("text"), Integer("symbol"), Real("low2"), Real("high2"), Text("text2"), Integer("symbol2")],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no index table."),
    };

    private static IndexColumn Text(string name) => new(name, IndexColumnType.Text);

    private static IndexColumn Integer(string name) => new(name, IndexColumnType.Integer);

    private static IndexColumn Real(string name) => new(name, IndexColumnType.Real);
}
