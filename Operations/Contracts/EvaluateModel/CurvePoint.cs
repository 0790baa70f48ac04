namespace GenoMed.Fhir.Operations.Contracts.EvaluateModel;

/// <summary>A Kaplan-Meier curve at one time of the grid common to all groups.</summary>
/// <param name="Time">Duration in the outcome's unit.</param>
/// <param name="Survival">0 to 1.</param>
/// <param name="AtRisk">Patients at risk.</param>
public sealed record CurvePoint(double Time, double Survival, int AtRisk);
