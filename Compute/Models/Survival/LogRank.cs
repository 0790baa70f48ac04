using MathNet.Numerics.LinearAlgebra;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>
/// The log-rank test (Mantel 1966; Peto and Peto 1972): at each event time the events of a group against what the
/// hypergeometric distribution expects, summed; (O-E)ᵀ V⁻¹ (O-E) with one group left out is chi-squared.
/// Agrees with R's <c>survival::survdiff</c>.
/// </summary>
public static class LogRank
{
    /// <param name="durations">Times, [n], finite.</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <param name="groups">0..g-1, [n]; at least two groups.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not as described, or there is one group only.</exception>
    public static LogRankResult Test(double[] durations, double[] events, int[] groups) =>
        groups.Distinct().Count() >= 2
            ? Test(RiskTable.Of(durations, events, groups, groups.Max() + 1))
            : throw new ArgumentException("The log-rank test needs at least two groups, numbered from 0.");

    /// <summary>The test from counts, which may be the sum of several nodes'.</summary>
    /// <exception cref="ArgumentException">The table has one group only.</exception>
    public static LogRankResult Test(RiskTable table)
    {
        if (table.Groups < 2)
        {
            throw new ArgumentException("The log-rank test needs at least two groups, numbered from 0.");
        }

        var (observed, expected) = (new double[table.Groups], new double[table.Groups]);
        var variance = Matrix<double>.Build.Dense(table.Groups, table.Groups);
        for (var t = 0; t < table.Times.Count; t++)
        {
            AddTime(table.AtRisk[t], table.Events[t], observed, expected, variance);
        }

        return Result(observed, expected, variance);
    }

    private static void AddTime(long[] atRisk, long[] failed, double[] observed, double[] expected, Matrix<double> variance)
    {
        double n = atRisk.Sum(), d = failed.Sum();
        var scale = n > 1 ? d * (n - d) / (n - 1) : 0;
        for (var i = 0; i < atRisk.Length; i++)
        {
            observed[i] += failed[i];
            expected[i] += d * atRisk[i] / n;
            for (var j = 0; j < atRisk.Length; j++)
            {
                variance[i, j] += scale * (atRisk[i] / n) * ((i == j ? 1 : 0) - (atRisk[j] / n));
            }
        }
    }

    private static LogRankResult Result(double[] observed, double[] expected, Matrix<double> variance)
    {
        var used = Enumerable.Range(0, observed.Length).Where(i => expected[i] > 0).SkipLast(1).ToArray();
        if (used.Length == 0)
        {
            return new LogRankResult(0, 0, 1, observed, expected);
        }

        var difference = Vector<double>.Build.Dense(used.Length, i => observed[used[i]] - expected[used[i]]);
        var covariance = Matrix<double>.Build.Dense(used.Length, used.Length, (i, j) => variance[used[i], used[j]]);
        var statistic = difference * covariance.Cholesky().Solve(difference);
        return new LogRankResult(statistic, used.Length, Distributions.ChiSquaredTail(statistic, used.Length), observed, expected);
    }
}
