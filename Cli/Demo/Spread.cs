using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Demo;

/// <summary>A figure over several splits.</summary>
/// <param name="CIndex">The mean.</param>
/// <param name="Sd">The standard deviation over splits.</param>
/// <param name="Ci">Mean ± 1.96 standard errors. The splits share patients, so it is narrower than that of new cohorts would be.</param>
internal sealed record Spread(double CIndex, double Sd, Interval Ci)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var all = values.ToList();
        var mean = all.Average();
        var sd = all.Count < 2 ? 0 : Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / (all.Count - 1));
        var half = 1.96 * sd / Math.Sqrt(all.Count);
        return new Spread(mean, sd, new Interval(mean - half, mean + half));
    }
}
