namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>A node that a round went on without.</summary>
/// <param name="Round">From 1; 0 for the statistics before the first round.</param>
/// <param name="Node">Its name.</param>
/// <param name="Reason">For a person.</param>
public sealed record LeftOut(int Round, string Node, string Reason);
