namespace GenoMed.Fhir.Store.Search;

/// <summary>One key of <c>_sort</c>.</summary>
/// <param name="Code">A search parameter's code.</param>
/// <param name="Kind">How it is indexed.</param>
/// <param name="Descending">True for <c>-code</c>.</param>
public sealed record SearchSort(string Code, SearchKind Kind, bool Descending);
