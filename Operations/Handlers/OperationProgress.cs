namespace GenoMed.Fhir.Operations;

/// <summary>How far a job is.</summary>
/// <param name="Fraction">0 to 1.</param>
/// <param name="Message">What it is doing, for a person.</param>
public sealed record OperationProgress(double Fraction, string Message);
