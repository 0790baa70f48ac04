using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>The parts of CSF.</summary>
internal sealed class ClinicalFidelity(SafePlan plan, SafeSummary real, SafeSummary synthetic)
{
    public Dictionary<string, double> Parts() => new()
    {
        ["marginals"] = SafeScores.Mean(Columns().Values),
        ["associations"] = Associations(),
        ["survival"] = GroupedSurvival.Similarity(plan, real, synthetic),
        ["hazards"] = SafeScores.Mean(plan.Prognostic.Select(Hazard)),
    };

    /// <summary>
    /// 1 - KS over the known values of a number at the plan's edges; 1 - total variation of a category; each with its share of missing.
    /// A number that only one of the two knows is as alike as those shares; NaN where neither knows it.
    /// </summary>
    public Dictionary<string, double> Columns() => plan.Clinical.ToDictionary(name => name, Column);

    /// <summary>Wasserstein distances of the numbers that both tell of.</summary>
    public Dictionary<string, BinnedDistance> Distances() => plan.Clinical.Where(name => real.Numbers.ContainsKey(name) && synthetic.Numbers.ContainsKey(name))
        .ToDictionary(name => name, name => WassersteinDistance.Of(plan.Edges[name], Number(real, name), Number(synthetic, name)));

    private static BinnedNumber Number(SafeSummary summary, string name) => new(summary.Columns[name][..^1], summary.Numbers[name]);

    private double Column(string name)
    {
        var (left, right) = (real.Columns[name], synthetic.Columns[name]);
        if (!SafePlan.IsNumber(plan.Schema[name]))
        {
            return CellMeasures.TotalVariationComplement(left, right);
        }

        var missing = Math.Abs(CellMeasures.Share(left, left.Length - 1) - CellMeasures.Share(right, right.Length - 1));
        return CellMeasures.KsComplement(left[..^1], right[..^1]) is var ks && !double.IsNaN(ks) ? Math.Min(ks, 1 - missing) : missing > 0 ? 1 - missing : double.NaN;
    }

    /// <summary>
    /// How well the associations of all pairs are kept: 1 - Σ |v_real - v_synthetic| / Σ max(v_real, v_synthetic) of Cramér's V with its bias taken off,
    /// signed where both features have an order.
    /// </summary>
    private double Associations()
    {
        var (difference, size) = (0.0, 0.0);
        foreach (var (pair, cells) in real.ClinicalPairs)
        {
            var name = pair.Split('|');
            var columns = Codes(name[1]);
            var (left, right) = (Association(cells, columns, name), Association(synthetic.ClinicalPairs[pair], columns, name));
            difference += Math.Abs(left - right);
            size += Math.Max(Math.Abs(left), Math.Abs(right));
        }

        return size > 0 ? Math.Max(0, 1 - (difference / size)) : double.NaN;
    }

    private double Association(long[] cells, int columns, string[] names)
    {
        var strength = CellMeasures.CramersV(cells, columns);
        return names.All(HasOrder) ? strength * CellMeasures.SignOfTrend(cells, columns) : strength;
    }

    private bool HasOrder(string name) => plan.Schema[name] is { Ordered: true } or { Type: not FeatureType.Category };

    private int Codes(string name) => plan.Schema[name] switch
    {
        { Type: FeatureType.Binary } => 3,
        { Type: FeatureType.Category } feature => feature.Categories.Count + 1,
        _ => Math.Min(plan.Edges[name].Count, SafePlan.PairBins - 1) + 2,
    };

    /// <summary>The smaller of the two hazard ratios over the larger: 1 where they are equal, one half where one is twice the other; 0 where the synthetic patients cannot tell.</summary>
    private double Hazard(string factor)
    {
        var (left, right) = (real.Hazards[factor], synthetic.Hazards[factor]);
        return left.Precision == 0 ? double.NaN : right.Precision == 0 ? 0 : Math.Exp(-Math.Abs(left.LogHazardRatio - right.LogHazardRatio));
    }
}
