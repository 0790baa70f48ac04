namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>One node's part in a model's training.</summary>
/// <param name="Name">The node.</param>
/// <param name="Dataset">The id of its dataset there.</param>
/// <param name="Patients">Patients that it trained on in the last round.</param>
public sealed record TrainingNode(string Name, string Dataset, int Patients);
