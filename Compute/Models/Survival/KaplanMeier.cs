namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>
/// The product-limit estimate (Kaplan and Meier, JASA 1958): S(t) = Π (1 - d_u / n_u) over the event times u up to t,
/// with Greenwood's variance S(t)² Σ d_u / (n_u (n_u - d_u)) and an interval on one of three scales.
/// Agrees with R's <c>survival::survfit</c>. Its sums over patients are <see cref="RiskTable"/>'s, which add over nodes.
/// </summary>
public static class KaplanMeier
{
    /// <param name="durations">Times, [n], finite.</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <param name="level">Coverage of the intervals.</param>
    /// <param name="interval">Their scale.</param>
    /// <returns>One point for each distinct time, ascending.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not as described.</exception>
    public static IReadOnlyList<KaplanMeierPoint> Estimate(
        double[] durations, double[] events, double level = 0.95, KaplanMeierInterval interval = KaplanMeierInterval.Log) =>
        Estimate(RiskTable.Of(durations, events), level, interval);

    /// <summary>The estimate from counts, which may be the sum of several nodes'.</summary>
    /// <param name="table">Counts of one group.</param>
    /// <param name="level">Coverage of the intervals.</param>
    /// <param name="interval">Their scale.</param>
    /// <exception cref="ArgumentException">The table has more than one group.</exception>
    public static IReadOnlyList<KaplanMeierPoint> Estimate(
        RiskTable table, double level = 0.95, KaplanMeierInterval interval = KaplanMeierInterval.Log)
    {
        if (table.Groups != 1)
        {
            throw new ArgumentException($"A Kaplan-Meier curve is of 1 group, got {table.Groups}: take them one by one.");
        }

        var (survival, sum, z) = (1.0, 0.0, Distributions.NormalQuantile(level));
        var points = new List<KaplanMeierPoint>(table.Times.Count);
        foreach (var (time, t) in table.Times.Select((time, t) => (time, t)))
        {
            var (atRisk, failed) = (table.AtRisk[t][0], table.Events[t][0]);
            survival *= 1 - (failed / (double)atRisk);
            sum += failed / ((double)atRisk * (atRisk - failed));
            points.Add(Point(time, (int)atRisk, (int)failed, (int)table.Censored[t][0], survival, Math.Sqrt(sum), z, level, interval));
        }

        return points;
    }

    /// <summary>The first time at which S(t) is at most one half (where it is exactly that, the middle of the flat step, as R has it); NaN if it never is.</summary>
    public static double Median(IReadOnlyList<KaplanMeierPoint> curve)
    {
        const double Tolerance = 1e-9;
        var first = curve.FirstOrDefault(point => point.Survival <= 0.5 + Tolerance);
        if (first is null || first.Survival < 0.5 - Tolerance)
        {
            return first?.Time ?? double.NaN;
        }

        var next = curve.FirstOrDefault(point => point.Survival < 0.5 - Tolerance);
        return next is null ? first.Time : (first.Time + next.Time) / 2;
    }

    private static KaplanMeierPoint Point(
        double time, int atRisk, int failed, int censored, double survival, double logError, double z, double level, KaplanMeierInterval interval)
    {
        var (lower, upper) = survival == 0 ? (double.NaN, double.NaN) : Limits(survival, logError, z, interval);
        var error = survival == 0 ? double.NaN : survival * logError;
        return new KaplanMeierPoint(time, atRisk, failed, censored, survival, error, new ConfidenceInterval(lower, upper, level));
    }

    private static (double Lower, double Upper) Limits(double survival, double logError, double z, KaplanMeierInterval interval)
    {
        switch (interval)
        {
            case KaplanMeierInterval.Plain:
                return (Math.Max(0, survival * (1 - (z * logError))), Math.Min(1, survival * (1 + (z * logError))));
            case KaplanMeierInterval.LogLog when survival == 1:
                return (double.NaN, double.NaN);
            case KaplanMeierInterval.LogLog:
                var (hazard, half) = (-Math.Log(survival), z * logError / Math.Log(survival));
                return (Math.Exp(-hazard * Math.Exp(-half)), Math.Exp(-hazard * Math.Exp(half)));
            default:
                return (survival * Math.Exp(-z * logError), Math.Min(1, survival * Math.Exp(z * logError)));
        }
    }
}
