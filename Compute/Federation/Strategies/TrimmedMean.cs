namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// Coordinate-wise trimmed mean (Yin, Chen, Kannan, Bartlett, ICML 2018, option II): of the m values of each coordinate the
/// ⌊β m⌋ largest and smallest are left out, the others averaged, each node counting the same.
/// </summary>
internal sealed class TrimmedMean(TrimmedMeanOptions options) : IStrategy
{
    // 1/3 of three nodes is one, also in floating point.
    private const double Rounding = 1e-9;

    public string Name => "trimmedmean";

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates)
    {
        var ordered = StateMath.Ordered(updates, Name);
        var cut = Math.Min((ordered.Length - 1) / 2, (int)Math.Floor((options.Trim * ordered.Length) + Rounding));
        return global with { Model = SortedCoordinates.Mean(global.Model, ordered, cut) };
    }
}
