using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>How often a lesion is found among those in whom it was looked for.</summary>
/// <param name="Lesion">The feature.</param>
/// <param name="Real">Among the real patients.</param>
/// <param name="Synthetic">Among the synthetic ones.</param>
/// <param name="AdjustedP">Of Fisher's test that both are the same, adjusted over all lesions for false discovery.</param>
public sealed record LesionFrequency(string Lesion, Proportion Real, Proportion Synthetic, double AdjustedP)
{
    /// <summary>Synthetic less real, -1..1.</summary>
    public double Difference => Synthetic.Rate - Real.Rate;

    /// <summary>All lesions of the plan that both summaries tell of.</summary>
    /// <param name="plan">Names the lesions.</param>
    /// <param name="real">May be the sum of several nodes'.</param>
    /// <param name="synthetic">Of the synthetic patients.</param>
    /// <param name="level">Coverage of the intervals.</param>
    public static IReadOnlyList<LesionFrequency> Of(SafePlan plan, SafeSummary real, SafeSummary synthetic, double level = 0.95)
    {
        string[] lesions = [.. plan.Lesions.Where(name => Known(real, name) > 0 && Known(synthetic, name) > 0)];
        var adjusted = FalseDiscovery.Adjust([.. lesions.Select(name => P(real.Columns[name], synthetic.Columns[name]))]);
        return [.. lesions.Select((name, i) => new LesionFrequency(name, Share(real, name, level), Share(synthetic, name, level), adjusted[i]))];
    }

    private static long Known(SafeSummary summary, string lesion) => summary.Columns[lesion][0] + summary.Columns[lesion][1];

    private static Proportion Share(SafeSummary summary, string lesion, double level) =>
        Proportion.Of(summary.Columns[lesion][1], (int)Known(summary, lesion), level);

    private static double P(long[] real, long[] synthetic) => new LesionPair(real[1], real[0], synthetic[1], synthetic[0]).FisherP();
}
