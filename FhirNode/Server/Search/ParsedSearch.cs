using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>A search as it was understood.</summary>
/// <param name="Query">What the store is asked.</param>
/// <param name="Used">The parameters that were understood, as the client wrote them: for the self link.</param>
/// <param name="Warnings">What was ignored, for an OperationOutcome among the results.</param>
public sealed record ParsedSearch(
    SearchQuery Query,
    IReadOnlyList<KeyValuePair<string, string>> Used,
    IReadOnlyList<OutcomeIssue> Warnings)
{
    /// <summary>What is added to the matches.</summary>
    public IReadOnlyList<SearchInclude> Includes { get; init; } = [];

    /// <summary>Types other than those searched whose content decides on the matches (chains); who may not search them may not ask.</summary>
    public IReadOnlyList<string> ChainedTypes { get; init; } = [];
}
