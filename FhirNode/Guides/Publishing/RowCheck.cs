namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>A reason for which a row is drawn again.</summary>
/// <param name="Reason">What the report calls it.</param>
/// <param name="Breaks">Whether a row (with one NaN behind its numbers) gives it.</param>
internal sealed record RowCheck(string Reason, Func<double[], bool> Breaks);
