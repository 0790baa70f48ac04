namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>
/// The product-limit estimate (Kaplan and Meier, JASA 1958): S(t) = Π (1 - d_u / n_u) over the event times u up to t,
/// with Greenwood's variance S(t)² Σ d_u / (n_u (n_u - d_u)) and the interval exp(log S ± z se(log S)),
/// the default of R's <c>survival::survfit</c>.
/// </summary>
public static class KaplanMeier
{
    /// <param name="durations">Times, [n], finite.</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <param name="level">Coverage of the intervals.</param>
    /// <returns>One point for each distinct time, ascending.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not as described.</exception>
    public static IReadOnlyList<KaplanMeierPoint> Estimate(double[] durations, double[] events, double level = 0.95)
    {
        SurvivalInput.Check(durations, events);
        var z = Distributions.NormalQuantile(level);
        var points = new List<KaplanMeierPoint>();
        var (atRisk, survival, sum) = (durations.Length, 1.0, 0.0);
        foreach (var time in Enumerable.Range(0, durations.Length).GroupBy(i => durations[i]).OrderBy(group => group.Key))
        {
            var failed = time.Count(i => events[i] == 1);
            survival *= 1 - (failed / (double)atRisk);
            sum += failed / ((double)atRisk * (atRisk - failed));
            points.Add(Point(time.Key, atRisk, failed, time.Count() - failed, survival, Math.Sqrt(sum), z, level));
            atRisk -= time.Count();
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
        double time, int atRisk, int failed, int censored, double survival, double logError, double z, double level)
    {
        if (survival == 0)
        {
            return new KaplanMeierPoint(time, atRisk, failed, censored, 0, double.NaN, new ConfidenceInterval(double.NaN, double.NaN, level));
        }

        var interval = new ConfidenceInterval(
            survival * Math.Exp(-z * logError), Math.Min(1, survival * Math.Exp(z * logError)), level);
        return new KaplanMeierPoint(time, atRisk, failed, censored, survival, survival * logError, interval);
    }
}
