namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>Co-occurrence and mutual exclusivity of two lesions, real beside synthetic.</summary>
/// <param name="First">A lesion.</param>
/// <param name="Second">Another.</param>
/// <param name="Real">Among the real patients.</param>
/// <param name="Synthetic">Among the synthetic ones.</param>
public sealed record LesionPairComparison(string First, string Second, LesionAssociation Real, LesionAssociation Synthetic)
{
    /// <summary>Whether both groups lead to the same call.</summary>
    public bool SameCall => Real.Call == Synthetic.Call;

    /// <summary>All pairs of the plan that chance would bring together in five real patients or more; what GSF's pairs rest on.</summary>
    /// <param name="plan">Names genes and chromosomal lesions.</param>
    /// <param name="real">May be the sum of several nodes'.</param>
    /// <param name="synthetic">Of the synthetic patients.</param>
    public static IReadOnlyList<LesionPairComparison> Of(SafePlan plan, SafeSummary real, SafeSummary synthetic)
    {
        (string First, string Second)[] judged = [.. SafePairs.Genes(plan).Concat(SafePairs.GenesByCytogenetics(plan)).Where(pair => Cells(real, pair).Expected >= LesionCalls.LeastExpected)];
        var (left, right) = (Associations(real, judged), Associations(synthetic, judged));
        return [.. judged.Select((pair, i) => new LesionPairComparison(pair.First, pair.Second, left[i], right[i]))];
    }

    private static LesionAssociation[] Associations(SafeSummary summary, (string, string)[] judged)
    {
        LesionPair[] pairs = [.. judged.Select(pair => Cells(summary, pair))];
        var adjusted = FalseDiscovery.Adjust([.. pairs.Select(pair => pair.FisherP())]);
        return [.. pairs.Select((pair, i) => new LesionAssociation(pair.Both, pair.LogOddsRatio, adjusted[i], LesionCalls.Call(pair, adjusted[i])))];
    }

    private static LesionPair Cells(SafeSummary summary, (string First, string Second) pair) =>
        LesionPair.Of(summary.LesionPairs[SafeSummary.Pair(pair.First, pair.Second)]);
}
