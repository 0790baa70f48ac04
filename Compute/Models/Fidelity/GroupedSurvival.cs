namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Survival from counts by period (the actuarial life table, in which those last seen in a period count half at risk).</summary>
public static class GroupedSurvival
{
    /// <summary>S at each time of the plan; after nobody is left at risk it stays as it was.</summary>
    public static double[] Curve(SafeSummary summary)
    {
        var (atRisk, survival) = ((double)(summary.Events.Sum() + summary.Censored.Sum()), 1.0);
        var curve = new double[summary.Events.Length];
        for (var period = 0; period < curve.Length; period++)
        {
            var exposed = atRisk - (summary.Censored[period] / 2.0);
            survival *= exposed > 0 ? Math.Max(0, 1 - (summary.Events[period] / exposed)) : 1;
            atRisk -= summary.Events[period] + summary.Censored[period];
            curve[period] = survival;
        }

        return curve;
    }

    /// <summary>1 - the mean distance of the two curves up to the horizon.</summary>
    internal static double Similarity(SafePlan plan, SafeSummary real, SafeSummary synthetic)
    {
        var (left, right) = (Curve(real), Curve(synthetic));
        var (area, before, last) = (0.0, 0.0, 0.0);
        for (var i = 0; i < left.Length; i++)
        {
            var here = Math.Abs(left[i] - right[i]);
            area += (plan.Times[i] - before) * (here + last) / 2;
            (before, last) = (plan.Times[i], here);
        }

        return 1 - (area / before);
    }
}
