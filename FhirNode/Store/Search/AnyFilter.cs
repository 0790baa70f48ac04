namespace GenoMed.Fhir.Store.Search;

/// <summary>At least one of the filters holds.</summary>
/// <param name="Filters">One or more.</param>
public sealed record AnyFilter(IReadOnlyList<SearchFilter> Filters) : SearchFilter;
