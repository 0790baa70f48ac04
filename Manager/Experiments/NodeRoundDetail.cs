namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>One node's part of a round.</summary>
/// <param name="Node">Its name.</param>
/// <param name="NumExamples">Patients; null where it was left out.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Reason">Why it was left out; null where it was not.</param>
/// <param name="Metrics">Name to value.</param>
public sealed record NodeRoundDetail(string Node, int? NumExamples, double Seconds, string? Reason, IReadOnlyDictionary<string, double> Metrics);
