using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// Federated averaging (McMahan, Moore, Ramage, Hampson, Agüera y Arcas, AISTATS 2017, algorithm 1):
/// w ← Σ_k (n_k / n) w_k with n_k the patients of node k. Sums run in float64 over the nodes by name, so that
/// the same updates give the same bytes whichever node answers first.
/// </summary>
internal sealed class FedAvg : IStrategy
{
    public string Name => "fedavg";

    public IReadOnlyDictionary<string, torch.Tensor> Aggregate(
        IReadOnlyDictionary<string, torch.Tensor> global, IReadOnlyList<ModelUpdate> updates)
    {
        if (updates.Count == 0)
        {
            throw new ArgumentException("FedAvg needs at least one update.");
        }

        using var scope = torch.NewDisposeScope();
        using var detached = torch.no_grad();
        var ordered = updates.OrderBy(update => update.Node, StringComparer.Ordinal).ToArray();
        return global.ToDictionary(entry => entry.Key, entry => Average(entry.Key, entry.Value, ordered));
    }

    private static torch.Tensor Average(string name, torch.Tensor global, ModelUpdate[] updates)
    {
        double total = updates.Sum(update => (long)update.NumExamples);
        var sum = torch.zeros(global.shape, torch.float64);
        foreach (var update in updates)
        {
            sum += update.State[name].to(torch.float64) * (update.NumExamples / total);
        }

        return sum.to(global.dtype).DetachFromDisposeScope();
    }
}
