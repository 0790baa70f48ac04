using MathNet.Numerics.Distributions;

namespace GenoMed.Fhir.Spine.Benchmarks;

/// <summary>A cross-validation in figures. The interval is Nadeau's and Bengio's (Machine Learning 2003), who allow for folds that share their training rows.</summary>
internal sealed record CrossValidationSummary(
    int Folds, double All, double Paired, double Ipssm, double Difference, double Lower, double Upper, int FoldsAhead, double Seconds)
{
    public static CrossValidationSummary Of(IReadOnlyList<FoldResult> results, int folds, double seconds)
    {
        double[] differences = [.. results.Select(result => result.Paired - result.Ipssm)];
        var mean = differences.Average();
        var variance = differences.Sum(x => (x - mean) * (x - mean)) / (results.Count - 1);
        var half = StudentT.InvCDF(0, 1, results.Count - 1, 0.975) * Math.Sqrt(variance * ((1.0 / results.Count) + (1.0 / (folds - 1))));
        return new CrossValidationSummary(
            results.Count,
            results.Average(result => result.All),
            results.Average(result => result.Paired),
            results.Average(result => result.Ipssm),
            mean,
            mean - half,
            mean + half,
            differences.Count(x => x > 0),
            seconds);
    }
}
