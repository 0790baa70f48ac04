namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>How many patients a node trains on.</summary>
public sealed record NodePatients(string Name, int N);
