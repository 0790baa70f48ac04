namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>What a hospital gets that trains alone.</summary>
/// <param name="Biggest">The node with most patients.</param>
/// <param name="Smallest">The node with fewest.</param>
public sealed record IsolatedScores(NodeScore Biggest, NodeScore Smallest);
