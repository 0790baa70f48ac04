namespace GenoMed.Fhir.Manager.Comparisons.Generators;

/// <summary>One generator, trained in three ways.</summary>
/// <param name="Federated">Across the nodes.</param>
/// <param name="Centralised">On all patients together.</param>
/// <param name="Isolated">At each node alone, by its name.</param>
public sealed record GeneratorScores(TrainedScores Federated, TrainedScores Centralised, IReadOnlyDictionary<string, TrainedScores> Isolated);
