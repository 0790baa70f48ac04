namespace GenoMed.Fhir.Guides.Cohorts;

/// <summary>
/// A vector that carries something of what is known of the patient: every number is a fixed random mixture of the
/// factors plus noise, so that a model can find the factors again.
/// </summary>
public sealed record CohortVector
{
    /// <summary>How many numbers.</summary>
    public required int Dimension { get; init; }

    /// <summary>Expressions over the variables above, each of about unit size.</summary>
    public string[] Factors { get; init; } = [];

    /// <summary>Standard deviation of the noise, beside loadings of standard deviation 1.</summary>
    public double Noise { get; init; } = 1;
}
