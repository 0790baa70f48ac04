namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>
/// What a pair of lesions was called at how many nodes, without the counts behind it: few patients have both of two lesions
/// that exclude each other, and so few may not be told.
/// </summary>
/// <param name="First">A lesion.</param>
/// <param name="Second">Another.</param>
/// <param name="Nodes">Where it was judged: where chance would bring both together in five real patients or more.</param>
/// <param name="RealTogether">Nodes at which the real patients have both more often than by chance (5 % false discovery).</param>
/// <param name="RealExclusive">Less often.</param>
/// <param name="SyntheticTogether">Nodes at which the synthetic patients, judged for the same pairs, have both more often.</param>
/// <param name="SyntheticExclusive">Less often.</param>
public sealed record LesionPairCall(string First, string Second, int Nodes, int RealTogether, int RealExclusive, int SyntheticTogether, int SyntheticExclusive)
{
    /// <summary>Whether either group was called at all.</summary>
    public bool Called => RealTogether + RealExclusive + SyntheticTogether + SyntheticExclusive > 0;

    /// <summary>Whether both groups were called alike, as often.</summary>
    public bool SameCall => (RealTogether, RealExclusive) == (SyntheticTogether, SyntheticExclusive);

    /// <summary>All pairs of the plan, judged or not, so that not even their number depends on the patients.</summary>
    internal static IReadOnlyList<LesionPairCall> Of(SafePlan plan, SafeSummary real, SafeSummary synthetic)
    {
        var judged = LesionPairComparison.Of(plan, real, synthetic).ToDictionary(pair => (pair.First, pair.Second), Of);
        return [.. SafePairs.Genes(plan).Concat(SafePairs.GenesByCytogenetics(plan)).Select(pair => judged.GetValueOrDefault(pair) ?? new LesionPairCall(pair.First, pair.Second, 0, 0, 0, 0, 0))];
    }

    internal static IReadOnlyList<LesionPairCall> Sum(IEnumerable<LesionPairCall> calls) =>
        [.. calls.GroupBy(call => (call.First, call.Second)).Select(pair => pair.Aggregate(Add))];

    private static LesionPairCall Of(LesionPairComparison pair) => new(
        pair.First, pair.Second, 1, Is(pair.Real, 1), Is(pair.Real, -1), Is(pair.Synthetic, 1), Is(pair.Synthetic, -1));

    private static int Is(LesionAssociation association, int call) => association.Call == call ? 1 : 0;

    private static LesionPairCall Add(LesionPairCall left, LesionPairCall right) => new(
        left.First,
        left.Second,
        left.Nodes + right.Nodes,
        left.RealTogether + right.RealTogether,
        left.RealExclusive + right.RealExclusive,
        left.SyntheticTogether + right.SyntheticTogether,
        left.SyntheticExclusive + right.SyntheticExclusive);
}
