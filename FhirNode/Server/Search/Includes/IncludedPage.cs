using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Search.Includes;

/// <summary>What includes add to a page of matches.</summary>
/// <param name="Resources">Each once, none of them a match.</param>
/// <param name="Warnings">What was left out, and why.</param>
internal sealed record IncludedPage(IReadOnlyList<StoredResource> Resources, IReadOnlyList<OutcomeIssue> Warnings);
