using MathNet.Numerics.Distributions;

namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// The G² test of x ⟂ y | z: G² = 2 Σ N_xyz ln( N_xyz N_z /(N_xz N_yz) ), χ² with (|X| - 1)(|Y| - 1) Π|Z| degrees of
/// freedom (Spirtes, Glymour, Scheines, Causation, Prediction, and Search, §5.5).
/// </summary>
internal static class IndependenceTest
{
    /// <param name="table">The counts of x given its parents {y} ∪ z.</param>
    /// <param name="stride">How far apart two configurations lie that differ by 1 in y.</param>
    /// <param name="other">|Y|.</param>
    /// <returns>p, the probability of a G² at least as large under independence.</returns>
    public static double PValue(FamilyTable table, int stride, int other)
    {
        var statistic = 0.0;
        var conditions = table.Configurations / other;
        for (var z = 0; z < conditions; z++)
        {
            var first = (z / stride * stride * other) + (z % stride);
            statistic += Stratum(table, first, stride, other);
        }

        var degrees = (double)(table.States - 1) * (other - 1) * conditions;
        return degrees > 0 ? 1 - ChiSquared.CDF(degrees, Math.Max(0, statistic)) : 1;
    }

    private static double Stratum(FamilyTable table, int first, int stride, int other)
    {
        var totals = new long[table.States];
        for (var y = 0; y < other; y++)
        {
            for (var x = 0; x < totals.Length; x++)
            {
                totals[x] += table.Row(first + (y * stride))[x];
            }
        }

        var (all, sum) = ((double)totals.Sum(), 0.0);
        for (var y = 0; y < other; y++)
        {
            var row = table.Row(first + (y * stride));
            var inRow = table.RowTotal(first + (y * stride));
            for (var x = 0; x < totals.Length; x++)
            {
                sum += row[x] > 0 ? row[x] * Math.Log(row[x] * all / ((double)totals[x] * inRow)) : 0;
            }
        }

        return 2 * sum;
    }
}
