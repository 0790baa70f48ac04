namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>A round.</summary>
/// <param name="Round">From 1.</param>
/// <param name="Seconds">How long it took; null for one that failed.</param>
/// <param name="WeightsSha256">SHA-256 of the weights after it; null for one that failed.</param>
/// <param name="Nodes">What each node did, by name.</param>
public sealed record RoundDetail(int Round, double? Seconds, string? WeightsSha256, IReadOnlyList<NodeRoundDetail> Nodes);
