namespace GenoMed.Fhir.Operations.Contracts.GenerateSynthetic;

/// <summary>One node's part in the training.</summary>
/// <param name="Name">The node.</param>
/// <param name="Dataset">The id of its dataset.</param>
/// <param name="Patients">Patients that it trained on in the last round; 0 where the card does not tell.</param>
public sealed record GeneratorNode(string Name, string Dataset, int Patients);
