using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>Where a sort key stands.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The column of the key.</param>
/// <param name="Others">The columns that tell apart a resource's rows with the same key.</param>
internal sealed record SortColumns(string Table, string Key, params string[] Others)
{
    /// <summary>Whether the key is a property of the resource itself.</summary>
    public bool IsOfResource => Table == "resource";

    /// <summary>The key with the other columns, to compare; a parameter may stand under several names.</summary>
    public string Row(string alias) => $"({string.Join(", ", new[] { Key }.Concat(Others).Append("param").Select(column => $"{alias}.{column}"))})";

    public static SortColumns Of(SearchSort sort) => sort switch
    {
        { Kind: SearchKind.Id } => new SortColumns("resource", "id"),
        { Code: "_lastUpdated" } => new SortColumns("resource", "updated"),
        { Kind: SearchKind.Date or SearchKind.Number } => new SortColumns(IndexTables.Name(sort.Kind), "low", "high"),
        { Kind: SearchKind.Quantity } => new SortColumns("quantity_index", "low", "high", "code", "system"),
        { Kind: SearchKind.String } => new SortColumns("string_index", "folded", "exact"),
        { Kind: SearchKind.Reference } => new SortColumns("reference_index", "target", "type"),
        { Kind: SearchKind.Token } => new SortColumns("token_index", "code", "system"),
        _ => new SortColumns(IndexTables.Name(sort.Kind), "value"),
    };
}
