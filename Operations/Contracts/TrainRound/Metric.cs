namespace GenoMed.Fhir.Operations.Contracts.TrainRound;

/// <summary>One figure of a training.</summary>
/// <param name="Name">For example <c>loss</c>.</param>
/// <param name="Value">Finite.</param>
public sealed record Metric(string Name, double Value);
