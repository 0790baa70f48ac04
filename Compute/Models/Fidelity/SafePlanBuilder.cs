using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Makes a plan from what is known of the patients: the deciles of each number, how frequent each lesion is, how long follow-up lasts.</summary>
public static class SafePlanBuilder
{
    /// <summary>A lesion rarer than this takes part in no pair.</summary>
    public const double LeastFrequency = 0.02;

    private const int Bins = 10;
    private const int Periods = 20;

    /// <summary>The plan that a table suggests; of several tables only the sums that the caller has would do as well.</summary>
    /// <param name="table">Real patients.</param>
    /// <param name="lesions">All binary features that are lesions.</param>
    /// <param name="cytogenetics">Those of them that are chromosomal.</param>
    /// <param name="derived">Those that follow from others and take part in no pair.</param>
    /// <param name="prognostic">Known prognostic factors.</param>
    /// <param name="outcome">The time-to-event feature.</param>
    /// <exception cref="ArgumentException">A name is unknown or of the wrong type.</exception>
    public static SafePlan Of(
        FeatureTable table, IReadOnlyList<string> lesions, IReadOnlyList<string> cytogenetics, IReadOnlyList<string> derived, IReadOnlyList<string> prognostic, string outcome)
    {
        var numbers = table.Schema.Features.Where(SafePlan.IsNumber).Select(feature => feature.Name);
        return Of(
            table.Schema,
            numbers.ToDictionary(name => name, name => Quantiles(table.Column(name), Bins)),
            lesions.Where(name => Frequency(table.Column(name)) >= LeastFrequency).ToHashSet(),
            lesions, cytogenetics, derived, prognostic, outcome, Quantile(Known(table.Durations(outcome)), 0.9));
    }

    /// <summary>The plan from sums of several nodes.</summary>
    /// <param name="schema">The features; a plan's inputs and outcome count.</param>
    /// <param name="edges">Number to inner edges.</param>
    /// <param name="frequent">The lesions that are not rare.</param>
    /// <param name="lesions">All lesions.</param>
    /// <param name="cytogenetics">Those that are chromosomal.</param>
    /// <param name="derived">Those that follow from others.</param>
    /// <param name="prognostic">Known prognostic factors.</param>
    /// <param name="outcome">The time-to-event feature.</param>
    /// <param name="horizon">Where survival is read last.</param>
    /// <exception cref="ArgumentException">A name is unknown or of the wrong type.</exception>
    public static SafePlan Of(
        FeatureSchema schema,
        IReadOnlyDictionary<string, IReadOnlyList<double>> edges,
        IReadOnlySet<string> frequent,
        IReadOnlyList<string> lesions,
        IReadOnlyList<string> cytogenetics,
        IReadOnlyList<string> derived,
        IReadOnlyList<string> prognostic,
        string outcome,
        double horizon)
    {
        var plan = new SafePlan
        {
            Schema = schema,
            Clinical = [.. schema.WithRole(FeatureRole.Input).Where(feature => feature.Type != FeatureType.Vector && !lesions.Contains(feature.Name)).Select(feature => feature.Name)],
            Lesions = [.. lesions.Except(derived)],
            Genes = [.. lesions.Except(derived).Except(cytogenetics).Where(frequent.Contains)],
            Cytogenetics = [.. cytogenetics.Except(derived).Where(frequent.Contains)],
            Outcome = outcome,
            Prognostic = prognostic,
            Edges = edges,
            Times = [.. Enumerable.Range(1, Periods).Select(i => horizon * i / Periods)],
        };
        plan.Check();
        return plan;
    }

    /// <summary>Inner edges of so many bins of about equal size; fewer where values repeat.</summary>
    internal static IReadOnlyList<double> Quantiles(ReadOnlySpan<double> values, int bins)
    {
        var known = Known(values.ToArray());
        return known.Length == 0 ? [] : [.. Enumerable.Range(1, bins - 1).Select(i => Quantile(known, i / (double)bins)).Where(edge => edge > known[0]).Distinct()];
    }

    private static double[] Known(double[] values) => [.. values.Where(value => !double.IsNaN(value)).Order()];

    private static double Quantile(double[] ordered, double share) => ordered[Math.Min(ordered.Length - 1, (int)(share * ordered.Length))];

    private static double Frequency(ReadOnlySpan<double> values) => Known(values.ToArray()).DefaultIfEmpty(0).Average();
}
