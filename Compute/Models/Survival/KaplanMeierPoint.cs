namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>One step of a Kaplan-Meier curve.</summary>
/// <param name="Time">The time, in the unit of the durations.</param>
/// <param name="AtRisk">How many were under observation just before.</param>
/// <param name="Events">How many events at this time.</param>
/// <param name="Censored">How many were censored at this time.</param>
/// <param name="Survival">S(t), 0..1.</param>
/// <param name="StandardError">Greenwood's standard error of S(t); NaN where S(t) is 0.</param>
/// <param name="Interval">Its interval on the log scale; NaN limits where S(t) is 0.</param>
public sealed record KaplanMeierPoint(
    double Time, int AtRisk, int Events, int Censored, double Survival, double StandardError, ConfidenceInterval Interval);
