namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>Rows of a cohort that are drawn alike: those whose shared features have the same values.</summary>
/// <param name="Rows">Their places in the cohort, ascending.</param>
/// <param name="Fixed">What the model conditions on for them, beside the conditions of all rows.</param>
/// <param name="Checks">What is checked of them beside that.</param>
internal sealed record CohortCell(IReadOnlyList<int> Rows, IReadOnlyDictionary<string, double> Fixed, IReadOnlyList<RowCheck> Checks);
