using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>A known prognostic factor in Cox's regression on all of them, real beside synthetic.</summary>
/// <param name="Factor">The feature.</param>
/// <param name="Real">Among the real patients; nodes' terms add up.</param>
/// <param name="Synthetic">Among the synthetic ones; nothing where too few of them vary or die.</param>
public sealed record PrognosticFactor(string Factor, HazardTerm Real, HazardTerm Synthetic)
{
    /// <summary>Whether both intervals of the hazard ratio lie on the same side of 1, or both reach over it; false where either cannot tell.</summary>
    /// <param name="level">Coverage.</param>
    public bool SameConclusion(double level = 0.95) => CanTell && HazardConclusions.Of(Real, level) == HazardConclusions.Of(Synthetic, level);

    /// <summary>
    /// How much the intervals of the log hazard ratio overlap, on average of the shares of either (Karr et al., Am. Stat. 2006):
    /// 1 the same, 0 and below apart; NaN where either cannot tell.
    /// </summary>
    /// <param name="level">Coverage.</param>
    public double IntervalOverlap(double level = 0.95)
    {
        if (!CanTell)
        {
            return double.NaN;
        }

        var (real, synthetic) = (Real.Interval(level), Synthetic.Interval(level));
        var common = Math.Log(Math.Min(real.Upper, synthetic.Upper)) - Math.Log(Math.Max(real.Lower, synthetic.Lower));
        return ((common / Math.Log(real.Upper / real.Lower)) + (common / Math.Log(synthetic.Upper / synthetic.Lower))) / 2;
    }

    private bool CanTell => Real.Precision > 0 && Synthetic.Precision > 0;

    /// <summary>All factors of the plan, each adjusted for the others, over patients with all of them known (Efron's ties).</summary>
    /// <exception cref="ArgumentException">A table has no known outcome, or two factors say the same.</exception>
    public static IReadOnlyList<PrognosticFactor> Of(SafePlan plan, FeatureTable real, FeatureTable synthetic)
    {
        var (left, right) = (Terms(plan, real), Terms(plan, synthetic));
        return [.. plan.Prognostic.Select(factor => new PrognosticFactor(factor, left[factor], right[factor]))];
    }

    /// <summary>One hazard ratio of a factor for several nodes: real terms added, the synthetic ones are of the same rows everywhere.</summary>
    internal static IReadOnlyList<PrognosticFactor> Sum(IReadOnlyList<IReadOnlyList<PrognosticFactor>> nodes) =>
        [.. nodes[0].Select((factor, i) => factor with { Real = nodes.Select(node => node[i].Real).Aggregate((a, b) => a + b) })];

    private static Dictionary<string, HazardTerm> Terms(SafePlan plan, FeatureTable table)
    {
        var complete = FactorMatrix.Complete(plan, table);
        var (terms, telling) = (plan.Prognostic.ToDictionary(factor => factor, _ => new HazardTerm(0, 0)), FactorMatrix.Telling(plan, complete));
        if (telling.Count > 0 && complete.Events(plan.Outcome).Sum() > telling.Count)
        {
            var fit = CoxRegression.Fit(complete.Durations(plan.Outcome), complete.Events(plan.Outcome), FactorMatrix.Of(plan, complete, telling));
            for (var i = 0; i < telling.Count; i++)
            {
                terms[telling[i]] = HazardTerm.Of(fit.Coefficients[i], fit.StandardErrors[i]);
            }
        }

        return terms;
    }
}
