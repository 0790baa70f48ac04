namespace GenoMed.Fhir.Guides.Cohorts;

/// <summary>A compiled variable: how it is drawn into its slot and how its cell is written.</summary>
internal sealed record CohortColumn(string Name, int Slot, Func<double[], double> Draw, IReadOnlyList<string>? Codes, CohortVariable Variable, VectorDraw? Vector = null);
