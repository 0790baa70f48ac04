namespace GenoMed.Fhir.Guides.Cohorts;

/// <summary>Invented patients as the rows of a hospital's CSV.</summary>
/// <param name="Header">Column names, the identifier first.</param>
/// <param name="Rows">Cells by column, empty where missing.</param>
public sealed record Cohort(IReadOnlyList<string> Header, IReadOnlyList<string[]> Rows);
