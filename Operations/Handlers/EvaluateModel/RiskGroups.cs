using GenoMed.Fhir.Compute.Models.Survival;
using GenoMed.Fhir.Operations.Contracts.EvaluateModel;
using GenoMed.Fhir.Operations.Disclosure;

namespace GenoMed.Fhir.Operations.EvaluateModel;

/// <summary>
/// Kaplan-Meier curves of equally large risk groups on one grid of times, so that no curve has a step at one
/// patient's time. A curve ends where fewer patients than the minimum cell are at risk.
/// </summary>
internal static class RiskGroups
{
    private const int GridSteps = 20;

    public static IReadOnlyList<RiskGroup> Of(EvaluationSample sample, int count, int minimumPatients)
    {
        // Equal risks are split by duration-free order of rows; ties do not move between runs.
        var order = Enumerable.Range(0, sample.Count).OrderBy(row => sample.Risk[row]).ToArray();
        var end = sample.Durations.Length == 0 ? 0 : Quantile(sample.Durations, 0.95);
        return [.. Enumerable.Range(0, count)
            .Select(group => (Name: $"Q{group + 1}", Rows: order[(group * order.Length / count)..((group + 1) * order.Length / count)]))
            .Where(group => group.Rows.Length >= minimumPatients)
            .Select(group => Group(group.Name, sample.Select(group.Rows), end, minimumPatients))];
    }

    private static RiskGroup Group(string name, EvaluationSample sample, double end, int minimumPatients)
    {
        var curve = KaplanMeier.Estimate(sample.Durations, sample.Events);
        return new RiskGroup
        {
            Name = name,
            N = sample.Count,
            Events = SmallCells.Suppress(sample.Events.Count(seen => seen == 1), minimumPatients),
            Points = [.. Grid(end)
                .Select(time => new CurvePoint(time, SurvivalAt(curve, time), sample.Durations.Count(duration => duration >= time)))
                .TakeWhile(point => point.AtRisk >= minimumPatients)],
        };
    }

    private static IEnumerable<double> Grid(double end) => Enumerable.Range(0, GridSteps + 1).Select(step => end * step / GridSteps);

    private static double SurvivalAt(IReadOnlyList<KaplanMeierPoint> curve, double time)
        => curve.TakeWhile(point => point.Time <= time).LastOrDefault()?.Survival ?? 1;

    /// <summary>Rounded to two significant digits: the grid must not give away one patient's time.</summary>
    private static double Quantile(double[] durations, double share)
    {
        var value = durations.Order().ElementAt((int)(share * (durations.Length - 1)));
        var unit = value > 0 ? Math.Pow(10, Math.Floor(Math.Log10(value)) - 1) : 1;
        return Math.Max(unit, Math.Round(value / unit) * unit);
    }
}
