namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>Rows that were drawn again for one reason; a row counts for the first reason that it gives.</summary>
/// <param name="Reason">The rule or condition.</param>
/// <param name="Rows">How many.</param>
public sealed record RejectedRows(string Reason, long Rows);
