namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>A node that was left out, and why.</summary>
/// <param name="Name">The node.</param>
/// <param name="Round">The round, from 1; 0 before the first.</param>
/// <param name="Reason">For a person.</param>
public sealed record NodeFailure(string Name, int Round, string Reason);
