namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// Adds up what nodes add: w ← w + Σ_k (w_k - w). For models whose state is counts (the Bayesian network), where the
/// sum over nodes is the count over the pooled rows; whole numbers in float64 add up exactly, so the order of nodes
/// and additive masks of secure aggregation leave no trace.
/// </summary>
internal sealed class Sum : IStrategy
{
    public string Name => "sum";

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates)
    {
        var ordered = StateMath.Ordered(updates, Name);
        return global with
        {
            Model = StateMath.Each(global.Model, (name, before) =>
                StateMath.Sum(ordered.Select(update => (update.State[name], 1.0)).Append((before, 1.0 - ordered.Length)))),
        };
    }
}
