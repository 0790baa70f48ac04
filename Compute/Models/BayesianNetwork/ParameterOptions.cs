namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>How counts become probabilities.</summary>
public sealed record ParameterOptions
{
    /// <summary>a, the rows that the prior of a whole family is worth; 0 or more.</summary>
    public double Smoothing { get; init; } = 1;

    public ParameterPrior Prior { get; init; } = ParameterPrior.Marginal;
}
