namespace GenoMed.Fhir.Store.Search;

/// <summary>A chain, for example <c>subject:Patient.name=x</c>: one of the resource's references leads to a match of other filters.</summary>
/// <param name="Code">The reference parameter.</param>
/// <param name="TargetType">The type of what is referred to.</param>
/// <param name="Filters">All hold for the target.</param>
public sealed record ChainFilter(string Code, string TargetType, IReadOnlyList<SearchFilter> Filters) : SearchFilter;
