namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// Coordinate-wise median (Yin, Chen, Kannan, Bartlett, ICML 2018, option I): w_j ← median_k w_kj, the middle two's mean
/// for an even number of nodes. Nodes count the same: one that lies about its patients gains nothing.
/// </summary>
internal sealed class CoordinateMedian : IStrategy
{
    public string Name => "median";

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates)
    {
        var ordered = StateMath.Ordered(updates, Name);
        return global with { Model = SortedCoordinates.Mean(global.Model, ordered, cut: (ordered.Length - 1) / 2) };
    }
}
