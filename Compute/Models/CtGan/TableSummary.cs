using GenoMed.Fhir.Compute.Models.Mixtures;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>
/// What the encoder and the conditions need to know of the patients, as means over patients, so that an average of
/// nodes weighted by patients is the pooled one. Empty before the first round.
/// </summary>
/// <param name="Shares">Mean r_nk of each number, [C × K].</param>
/// <param name="Sums">Mean r_nk z_n, [C × K].</param>
/// <param name="Squares">Mean r_nk z_n², [C × K].</param>
/// <param name="Frequencies">Of each code of each discrete column, [conditions].</param>
/// <param name="Patients">How many they rest on.</param>
internal sealed record TableSummary(double[] Shares, double[] Sums, double[] Squares, double[] Frequencies, double Patients)
{
    public bool IsEmpty => Patients == 0;

    /// <summary>The sums of one number over so many patients.</summary>
    public MixtureStatistics Statistics(int number, int modes, double patients)
    {
        double[] Sum(double[] means) => [.. means.AsSpan(number * modes, modes).ToArray().Select(mean => mean * patients)];
        return new MixtureStatistics { Counts = Sum(Shares), Sums = Sum(Sums), Products = Sum(Squares), Entropy = 0 };
    }

    /// <param name="numbers">Statistics of each number over these patients.</param>
    /// <param name="counts">Patients with each code.</param>
    /// <param name="patients">How many these are.</param>
    public static TableSummary From(IReadOnlyList<MixtureStatistics> numbers, double[] counts, int patients)
    {
        double[] Mean(Func<MixtureStatistics, IReadOnlyList<double>> of) => [.. numbers.SelectMany(of).Select(sum => sum / patients)];
        return new TableSummary(Mean(s => s.Counts), Mean(s => s.Sums), Mean(s => s.Products), [.. counts.Select(count => count / patients)], patients);
    }
}
