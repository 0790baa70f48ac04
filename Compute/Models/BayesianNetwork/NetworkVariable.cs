namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>A node of the network.</summary>
/// <param name="Name">The column that it stands for.</param>
/// <param name="States">How many values it takes, missing included; 1 or more.</param>
public sealed record NetworkVariable(string Name, int States);
