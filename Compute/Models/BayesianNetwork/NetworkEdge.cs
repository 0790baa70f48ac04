namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>From parent to child, by position.</summary>
public readonly record struct NetworkEdge(int From, int To);
