namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>The score of a model that belongs to one node.</summary>
/// <param name="Name">The node.</param>
/// <param name="CIndex">Harrell's C, 0 to 1.</param>
/// <param name="Ci">Its 95 % interval.</param>
public sealed record NodeScore(string Name, double CIndex, Interval Ci);
