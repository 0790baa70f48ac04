namespace GenoMed.Fhir.Compute.Models.Privacy;

/// <summary>
/// The Gaussian mechanism (Dwork and Roth 2014, appendix A) for counts by column: each patient has at most one code in
/// each of D columns, so that one patient more changes the counts by at most √D in the L2 norm. The noise has standard
/// deviation σ √D; what falls below 0 is 0, which is post-processing.
/// </summary>
internal static class NoisyCounts
{
    /// <param name="privacy">σ and the secret random numbers.</param>
    /// <param name="counts">Patients with each code of each column.</param>
    /// <param name="columns">D.</param>
    public static double[] Of(ExamplePrivacy privacy, IReadOnlyList<double> counts, int columns) =>
        [.. counts.Select(count => Math.Max(0, count + (privacy.NoiseMultiplier * Math.Sqrt(columns) * privacy.Random.Normal())))];
}
