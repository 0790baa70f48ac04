namespace GenoMed.Fhir.Store.Search;

/// <summary>A reverse chain, for example <c>_has:Observation:patient:code=x</c>: a match of other filters refers to the resource.</summary>
/// <param name="SourceType">The type of what refers.</param>
/// <param name="Code">Its reference parameter.</param>
/// <param name="Filters">All hold for the source.</param>
public sealed record ReverseChainFilter(string SourceType, string Code, IReadOnlyList<SearchFilter> Filters) : SearchFilter;
