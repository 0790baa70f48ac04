namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>For each patient, the comparable pairs that the patient is part of; [n] each.</summary>
internal sealed class PairCounts(int count)
{
    private readonly long[] _concordant = new long[count];
    private readonly long[] _discordant = new long[count];
    private readonly long[] _tied = new long[count];

    public void Add(int row, long concordant, long discordant, long tied)
    {
        _concordant[row] += concordant;
        _discordant[row] += discordant;
        _tied[row] += tied;
    }

    /// <summary>
    /// With every pair counted at both of its patients, N_i - C D_i is the derivative of C = N/D to the
    /// weight of patient i times D; the infinitesimal jackknife sums its squares.
    /// </summary>
    public ConcordanceResult ToResult()
    {
        var (concordant, discordant, tied) = (_concordant.Sum() / 2, _discordant.Sum() / 2, _tied.Sum() / 2);
        double comparable = concordant + discordant + tied;
        if (comparable == 0)
        {
            return new ConcordanceResult(double.NaN, double.NaN, 0, 0, 0);
        }

        var c = (concordant + (tied / 2.0)) / comparable;
        var variance = Enumerable.Range(0, count).Sum(i => Math.Pow(Influence(i, c) / comparable, 2));
        return new ConcordanceResult(c, Math.Sqrt(variance), concordant, discordant, tied);
    }

    private double Influence(int i, double c) =>
        _concordant[i] + (_tied[i] / 2.0) - (c * (_concordant[i] + _discordant[i] + _tied[i]));
}
