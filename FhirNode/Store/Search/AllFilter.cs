namespace GenoMed.Fhir.Store.Search;

/// <summary>Each of the filters holds.</summary>
/// <param name="Filters">One or more.</param>
public sealed record AllFilter(IReadOnlyList<SearchFilter> Filters) : SearchFilter;
