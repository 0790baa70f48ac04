namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>A fitted Cox model.</summary>
/// <param name="Coefficients">Log hazard ratios, one for each covariate.</param>
/// <param name="StandardErrors">Theirs, from the inverse of the observed information.</param>
/// <param name="NullLogLikelihood">Log partial likelihood at 0.</param>
/// <param name="LogLikelihood">At the coefficients.</param>
/// <param name="Iterations">Newton steps taken.</param>
public sealed record CoxFit(
    IReadOnlyList<double> Coefficients,
    IReadOnlyList<double> StandardErrors,
    double NullLogLikelihood,
    double LogLikelihood,
    int Iterations)
{
    /// <summary>Standard errors by the sandwich (Lin and Wei, JASA 1989), which hold where rows are weighted; null where none were asked for.</summary>
    public IReadOnlyList<double>? RobustErrors { get; init; }
}
