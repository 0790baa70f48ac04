namespace GenoMed.Fhir.R5.Views;

/// <summary>How often a select is applied: once, for each item, for each item or once with nothing, or down a tree.</summary>
internal enum ViewIteration
{
    Once,
    ForEach,
    ForEachOrNull,
    Repeat,
}

/// <summary>One <c>select</c>: its columns come first, then those of nested selects, then those of the union.</summary>
internal sealed record ViewSelect(
    ViewIteration Iteration,
    IReadOnlyList<ViewPath> Items,
    IReadOnlyList<ViewColumnPath> ColumnPaths,
    IReadOnlyList<ViewSelect> Selects,
    IReadOnlyList<ViewSelect> UnionAll)
{
    /// <summary>Its columns in the order of the result.</summary>
    public IReadOnlyList<ViewColumn> Columns { get; } =
    [
        .. ColumnPaths.Select(path => path.Column),
        .. Selects.SelectMany(select => select.Columns),
        .. UnionAll.Count > 0 ? UnionAll[0].Columns : [],
    ];
}
