using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>Prognostic factors as covariates: binaries as they are, categories by rank, numbers per middle half of their range.</summary>
internal static class FactorMatrix
{
    /// <summary>Patients off the commonest value of a factor, and events on either side, below which a coefficient says nothing.</summary>
    private const int LeastPatients = 10;

    private const int LeastEvents = 5;

    /// <summary>The patients whose outcome and factors are all known.</summary>
    public static FeatureTable Complete(SafePlan plan, FeatureTable table)
    {
        var known = KnownOutcome.Of(table, plan.Outcome);
        return known.Select([.. Enumerable.Range(0, known.Count).Where(row => plan.Prognostic.All(factor => !double.IsNaN(known.Column(factor)[row])))]);
    }

    /// <summary>The factors that these patients can tell of; one that follows from those before it tells nothing more, as in R's <c>coxph</c>.</summary>
    /// <param name="plan">Names them.</param>
    /// <param name="complete">Patients with known outcome and factors.</param>
    public static IReadOnlyList<string> Telling(SafePlan plan, FeatureTable complete)
    {
        var events = complete.Events(plan.Outcome);
        return IndependentColumns.Of([.. plan.Prognostic.Where(factor => Tells(complete.Column(factor).ToArray(), events))], factor => complete.Column(factor).ToArray());
    }

    /// <summary>[n, factors]; a missing value is the mean.</summary>
    public static double[,] Of(SafePlan plan, FeatureTable table, IReadOnlyList<string> factors)
    {
        var matrix = new double[table.Count, factors.Count];
        for (var column = 0; column < factors.Count; column++)
        {
            var (values, scale) = (table.Column(factors[column]).ToArray(), FactorHazard.Scale(plan, factors[column]));
            var mean = values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(0).Average();
            for (var row = 0; row < table.Count; row++)
            {
                matrix[row, column] = (double.IsNaN(values[row]) ? mean : values[row]) / scale;
            }
        }

        return matrix;
    }

    private static bool Tells(double[] values, double[] events)
    {
        if (values.Length == 0)
        {
            return false;
        }

        var commonest = values.GroupBy(value => value).MaxBy(group => group.Count())!.Key;
        int[] others = [.. Enumerable.Range(0, values.Length).Where(row => values[row] != commonest)];
        var eventsOfOthers = others.Sum(row => events[row]);
        // A number without a common value has nearly all patients among the others.
        return others.Length >= LeastPatients && eventsOfOthers >= LeastEvents && (others.Length * 2 > values.Length || events.Sum() - eventsOfOthers >= LeastEvents);
    }
}
