namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>One step of a cumulative baseline hazard.</summary>
/// <param name="Time">An event time.</param>
/// <param name="CumulativeHazard">H0 just after it.</param>
public sealed record BaselineHazardPoint(double Time, double CumulativeHazard);
