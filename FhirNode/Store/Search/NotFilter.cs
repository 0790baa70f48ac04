namespace GenoMed.Fhir.Store.Search;

/// <summary>The filter does not hold.</summary>
public sealed record NotFilter(SearchFilter Filter) : SearchFilter;
