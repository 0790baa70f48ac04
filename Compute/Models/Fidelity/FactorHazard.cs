using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Cox's regression on one prognostic factor: binaries as they are, ordered categories by rank, numbers per middle half of their range.</summary>
internal static class FactorHazard
{
    /// <summary>Events and patients on either side below which a coefficient says nothing.</summary>
    private const int Least = 10;

    public static HazardTerm Of(SafePlan plan, FeatureTable table, string factor)
    {
        var (durations, events, column) = (table.Durations(plan.Outcome), table.Events(plan.Outcome), table.Column(factor).ToArray());
        int[] rows = [.. Enumerable.Range(0, table.Count).Where(i => durations[i] > 0 && !double.IsNaN(events[i]) && !double.IsNaN(column[i]))];
        var scale = Scale(plan, factor);
        double[] values = [.. rows.Select(i => column[i] / scale)];
        return CanTell(values, [.. rows.Select(i => events[i])])
            ? Fit([.. rows.Select(i => durations[i])], [.. rows.Select(i => events[i])], values)
            : new HazardTerm(0, 0);
    }

    private static bool CanTell(double[] values, double[] events)
    {
        var most = values.Length == 0 ? 0 : values.GroupBy(value => value).Max(group => group.Count());
        return events.Sum() >= Least && values.Length - most >= Least;
    }

    private static HazardTerm Fit(double[] durations, double[] events, double[] values)
    {
        var covariates = new double[values.Length, 1];
        for (var i = 0; i < values.Length; i++)
        {
            covariates[i, 0] = values[i];
        }

        try
        {
            var fit = CoxRegression.Fit(durations, events, covariates, CoxTies.Breslow);
            return HazardTerm.Of(fit.Coefficients[0], fit.StandardErrors[0]);
        }
        catch (ArithmeticException)
        {
            // The coefficient runs to infinity: a factor without events on one side says nothing that could be compared.
            return new HazardTerm(0, 0);
        }
    }

    /// <summary>What a number's hazard ratio is per: the width of the middle half of its range; 1 of all else.</summary>
    internal static double Scale(SafePlan plan, string factor)
    {
        if (!SafePlan.IsNumber(plan.Schema[factor]) || plan.Edges[factor] is not { Count: > 1 } edges)
        {
            return 1;
        }

        var (low, high) = (edges[(edges.Count - 1) / 4], edges[((edges.Count - 1) * 3) / 4]);
        return high > low ? high - low : edges[^1] - edges[0];
    }
}
