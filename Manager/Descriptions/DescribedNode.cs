namespace GenoMed.Fhir.Manager.Descriptions;

/// <summary>A node and how many patients it has.</summary>
/// <param name="Name">The node.</param>
/// <param name="Patients">Its patients.</param>
public sealed record DescribedNode(string Name, int Patients);
