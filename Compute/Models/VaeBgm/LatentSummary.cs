using GenoMed.Fhir.Compute.Models.Mixtures;

namespace GenoMed.Fhir.Compute.Models.VaeBgm;

/// <summary>
/// All that generation needs to know of the patients' latent codes, as means over patients: an average weighted by
/// patients, which is what FedAvg computes, makes the pooled one of it. Empty before the first round.
/// </summary>
/// <param name="Shares">Mean r_nk, [K].</param>
/// <param name="Sums">Mean r_nk μ_n, [K × L].</param>
/// <param name="Products">Mean r_nk μ_n μ_nᵀ, [K × L × L].</param>
/// <param name="LogVariance">Mean log σ²_n, [L].</param>
/// <param name="Patients">Patients that it rests on.</param>
internal sealed record LatentSummary(double[] Shares, double[] Sums, double[] Products, double[] LogVariance, double Patients)
{
    public bool IsEmpty => Patients == 0;

    public static LatentSummary From(MixtureStatistics statistics, double[] logVariance)
    {
        var patients = statistics.Counts.Sum();
        double[] Mean(IReadOnlyList<double> sums) => [.. sums.Select(sum => sum / patients)];
        return new LatentSummary(Mean(statistics.Counts), Mean(statistics.Sums), Mean(statistics.Products), logVariance, patients);
    }

    /// <summary>The sums over so many patients.</summary>
    public MixtureStatistics ToStatistics(double patients) => new()
    {
        Counts = [.. Shares.Select(mean => mean * patients)],
        Sums = [.. Sums.Select(mean => mean * patients)],
        Products = [.. Products.Select(mean => mean * patients)],
        Entropy = 0,
    };
}
