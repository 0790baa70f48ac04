namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// Federated averaging (McMahan, Moore, Ramage, Hampson, Agüera y Arcas, AISTATS 2017, algorithm 1):
/// w ← Σ_k (n_k / n) w_k with n_k the patients of node k.
/// </summary>
internal sealed class FedAvg(AveragingOptions options) : IStrategy
{
    public FedAvg()
        : this(new AveragingOptions())
    {
    }

    public string Name => "fedavg";

    public bool TakesOnlyTheMean => true;

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates)
    {
        var ordered = StateMath.Ordered(updates, Name);
        return global with { Model = StateMath.Mean(global.Model, ordered, StateMath.Weights(ordered, options.Weighting)) };
    }
}
