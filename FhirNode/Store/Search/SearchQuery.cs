using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.Store.Search;

/// <summary>A parsed search on one resource type, or on several. All clauses must hold (AND).</summary>
/// <param name="ResourceType">The type searched; <see cref="AnyType"/> for several.</param>
/// <param name="Clauses">Parsed parameters; each holds when any of its values does (OR).</param>
/// <param name="Sort">Sort keys in order; ties are broken by the order of creation, so that paging is stable.</param>
/// <param name="Count">Page size; 0 asks for the total only.</param>
/// <param name="Cursor">Opaque, from <see cref="SearchPage.Next"/>.</param>
/// <param name="WithTotal">Whether to count all matches.</param>
public sealed record SearchQuery(
    string ResourceType,
    IReadOnlyList<SearchFilter> Clauses,
    IReadOnlyList<SearchSort> Sort,
    int Count,
    string? Cursor = null,
    bool WithTotal = true)
{
    /// <summary>The type whose parameters all types have.</summary>
    public const string AnyType = "Resource";

    /// <summary>The types searched.</summary>
    public IReadOnlyList<string> Types { get; init; } = ResourceType == AnyType ? R5Definitions.Instance.ResourceTypes : [ResourceType];
}
