using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// Arithmetic on states that all strategies share. Sums run in float64 over the nodes by name, so that the same
/// updates give the same bytes whichever node answers first.
/// </summary>
internal static class StateMath
{
    public static ModelUpdate[] Ordered(IReadOnlyList<ModelUpdate> updates, string strategy) => updates.Count == 0
        ? throw new ArgumentException($"{strategy} needs at least one update.")
        : [.. updates.OrderBy(update => update.Node, StringComparer.Ordinal)];

    /// <summary>What each update counts for; the sum is 1.</summary>
    public static double[] Weights(IReadOnlyList<ModelUpdate> updates, NodeWeighting weighting)
    {
        double total = updates.Sum(update => (long)update.NumExamples);
        return [.. updates.Select(update => weighting == NodeWeighting.Equal ? 1.0 / updates.Count : update.NumExamples / total)];
    }

    /// <summary>
    /// Running statistics, counters, and what a model keeps in float64: counts and sums of its patients. They are averaged,
    /// never moved along a gradient. Parameters are float32.
    /// </summary>
    public static bool IsBuffer(string name, torch.Tensor tensor) =>
        tensor.dtype != torch.float32 || name.EndsWith("running_mean", StringComparison.Ordinal) || name.EndsWith("running_var", StringComparison.Ordinal);

    /// <summary>Σ_k weight_k x_k in float64.</summary>
    public static torch.Tensor Sum(IEnumerable<(torch.Tensor Tensor, double Weight)> terms)
    {
        torch.Tensor? sum = null;
        foreach (var (tensor, weight) in terms)
        {
            var term = tensor.to(torch.float64) * weight;
            sum = sum is null ? term : sum + term;
        }

        return sum ?? throw new ArgumentException("Nothing to add up.");
    }

    /// <summary>The weighted mean of each tensor, in the type of the global state.</summary>
    public static IReadOnlyDictionary<string, torch.Tensor> Mean(
        IReadOnlyDictionary<string, torch.Tensor> global, IReadOnlyList<ModelUpdate> updates, double[] weights) =>
        Each(global, (name, _) => Sum(updates.Select((update, k) => (update.State[name], weights[k]))));

    /// <summary>A new state, tensor by tensor, in the types of the global one; it outlives every dispose scope.</summary>
    public static IReadOnlyDictionary<string, torch.Tensor> Each(
        IReadOnlyDictionary<string, torch.Tensor> global, Func<string, torch.Tensor, torch.Tensor> next)
    {
        using var scope = torch.NewDisposeScope();
        using var detached = torch.no_grad();
        return global.ToDictionary(entry => entry.Key, entry => next(entry.Key, entry.Value).to(entry.Value.dtype).clone().DetachFromDisposeScope());
    }

    /// <summary>Tensors of one value in the shapes of a state's parameters, in float64.</summary>
    public static IReadOnlyDictionary<string, torch.Tensor> Filled(IReadOnlyDictionary<string, torch.Tensor> model, double value) => model
        .Where(entry => !IsBuffer(entry.Key, entry.Value))
        .ToDictionary(entry => entry.Key, entry => torch.full(entry.Value.shape, value, torch.float64));
}
