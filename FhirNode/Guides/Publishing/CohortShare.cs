using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>The share of a cohort that has a value.</summary>
/// <param name="Feature">A binary feature or category.</param>
/// <param name="Offset">Where it stands in a row.</param>
/// <param name="Value">0/1 or the index of a category.</param>
/// <param name="Share">0 to 1.</param>
internal sealed record CohortShare(FeatureDefinition Feature, int Offset, double Value, double Share);
