using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>A synthetic cohort and what it took to draw it.</summary>
/// <param name="Table">The patients by identifiers <c>SYNTHETIC-KEY-0000001</c>, in their order.</param>
/// <param name="Report">Rows drawn and drawn again.</param>
public sealed record DrawnCohort(FeatureTable Table, SyntheticReport Report);
