namespace GenoMed.Fhir.Manager.Descriptions;

/// <summary>A category and its patients over all nodes; null where every node left it out. A node that did is not in the sum.</summary>
/// <param name="Code">The category; of a binary feature 0 or 1.</param>
/// <param name="Patients">Patients.</param>
public sealed record DescribedCategory(string Code, int? Patients);
