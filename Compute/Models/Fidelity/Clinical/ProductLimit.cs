using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>The Kaplan-Meier curve of rows, read at the plan's times; the restricted mean as R's <c>print(survfit, rmean = horizon)</c>.</summary>
internal sealed class ProductLimit
{
    private readonly SafePlan _plan;
    private readonly KaplanMeierPoint[] _steps;
    private readonly long _patients;

    private ProductLimit(SafePlan plan, KaplanMeierPoint[] steps, long patients) => (_plan, _steps, _patients) = (plan, steps, patients);

    private double Horizon => _plan.Times[^1];

    /// <param name="plan">Times and outcome.</param>
    /// <param name="table">Patients with a known outcome.</param>
    public static ProductLimit Of(SafePlan plan, FeatureTable table) => new(
        plan,
        [.. KaplanMeier.Estimate(table.Durations(plan.Outcome), table.Events(plan.Outcome)).Where(point => point.Time <= plan.Times[^1])],
        table.Count);

    public SurvivalArm Arm(double level)
    {
        double[] terms = [.. _steps.Select(Term)];
        var (lower, upper) = GreenwoodLimits.Of([.. _steps.Select(step => step.Survival)], terms, level);
        var areas = Areas();
        return new SurvivalArm
        {
            Patients = _patients,
            Events = _steps.Sum(step => (long)step.Events),
            Survival = At(step => _steps[step].Survival),
            Lower = At(step => lower[step]),
            Upper = At(step => upper[step]),
            RestrictedMean = (_steps.Length == 0 ? Horizon : _steps[0].Time) + (areas.Length == 0 ? 0 : areas[0]),
            RestrictedMeanError = Math.Sqrt(terms.Zip(areas, (term, area) => term * area * area).Sum()),
        };
    }

    private static double Term(KaplanMeierPoint step) => step.AtRisk > step.Events ? step.Events / ((double)step.AtRisk * (step.AtRisk - step.Events)) : 0;

    /// <summary>From each step to the horizon.</summary>
    private double[] Areas()
    {
        var areas = new double[_steps.Length];
        for (var i = _steps.Length - 1; i >= 0; i--)
        {
            areas[i] = i == _steps.Length - 1
                ? (Horizon - _steps[i].Time) * _steps[i].Survival
                : areas[i + 1] + ((_steps[i + 1].Time - _steps[i].Time) * _steps[i].Survival);
        }

        return areas;
    }

    private double[] At(Func<int, double> value)
    {
        double[] times = [.. _steps.Select(step => step.Time)];
        return [.. _plan.Times.Select(time => Array.BinarySearch(times, time)).Select(found => found >= 0 ? found : ~found - 1).Select(step => step < 0 ? 1 : value(step))];
    }
}
