using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Conversion;

/// <summary>What became of a resource of another FHIR version.</summary>
/// <param name="Resource">The resource in R5.</param>
/// <param name="Issues">
/// What could not be said in R5's own elements: kept in a cross-version extension (information), mapped to a
/// neighbouring meaning (warning) or left in place although R5 does not know it (warning). Nothing is left out unsaid.
/// </param>
public sealed record ConvertedResource(Resource Resource, IReadOnlyList<OutcomeIssue> Issues);
