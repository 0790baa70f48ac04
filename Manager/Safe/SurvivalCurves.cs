using GenoMed.Fhir.Compute.Models.Fidelity;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>Survival of real and synthetic patients, at the same times.</summary>
/// <param name="Outcome">The time-to-event feature.</param>
/// <param name="Unit">Of its durations.</param>
/// <param name="Real">The nodes' curves, weighted by patients, as far as every node tells.</param>
/// <param name="Synthetic">The synthetic patients'.</param>
public sealed record SurvivalCurves(string Outcome, string Unit, IReadOnlyList<SurvivalPoint> Real, IReadOnlyList<SurvivalPoint> Synthetic)
{
    /// <summary>The time up to which means are restricted: the last that both curves reach; 0 where there is none.</summary>
    public double Horizon => Real.Count == 0 || Synthetic.Count == 0 ? 0 : Math.Min(Real[^1].Time, Synthetic[^1].Time);

    /// <summary>Restricted mean survival of the real patients up to the horizon: the area under the curve.</summary>
    public double RealMean => Area(Real);

    /// <summary>The same of the synthetic patients.</summary>
    public double SyntheticMean => Area(Synthetic);

    internal static SurvivalCurves Of(SafePlan plan, IReadOnlyList<SafeEvidence> nodes)
    {
        var told = nodes.Min(node => node.Survival!.Count);
        var patients = nodes.Sum(node => (double)node.Rows);
        return new SurvivalCurves(
            plan.Outcome,
            plan.Schema[plan.Outcome].Unit ?? "",
            [.. Enumerable.Range(0, told).Select(i => new SurvivalPoint(plan.Times[i], nodes.Sum(node => node.Rows * node.Survival![i].Survival) / patients))],
            SurvivalPoint.Curve(plan, nodes[0].Synthetic!, 1));
    }

    private double Area(IReadOnlyList<SurvivalPoint> curve)
    {
        var (area, last) = (0.0, new SurvivalPoint(0, 1));
        foreach (var point in curve.TakeWhile(point => point.Time <= Horizon))
        {
            area += (point.Time - last.Time) * (point.Survival + last.Survival) / 2;
            last = point;
        }

        return area;
    }
}
