using GenoMed.Fhir.Compute.Federation.Strategies;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Survival;

/// <summary>
/// The server's side of exact federated Cox training. FedAvg lets each node use its own risk sets and so optimises a
/// likelihood stratified by node; here a step follows the gradient of the pooled likelihood, for two messages a step:
/// nodes send <see cref="HazardTable"/>s and get their sum, then send gradients, which add up.
/// </summary>
public static class ExactCox
{
    /// <summary>The gradient of the pooled loss at a state, parameter name to tensor; it outlives every dispose scope.</summary>
    /// <param name="plan">A plan of an <see cref="ICoxModel"/>.</param>
    /// <param name="state">The global state.</param>
    /// <param name="nodes">Name to rows; in a federation each call on a row table is a message.</param>
    /// <exception cref="ArgumentException">No node; a model that is no Cox model; a node that does not fit.</exception>
    public static ExactCoxGradient Gradient(
        ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> state, IReadOnlyDictionary<string, FeatureTable> nodes)
    {
        var model = ModelCatalog.Find(plan.Model) as ICoxModel ?? throw new ArgumentException($"'{plan.Model}' is no model of log hazards.");
        FeatureTable[] ordered = [.. nodes.OrderBy(node => node.Key, StringComparer.Ordinal).Select(node => node.Value)];
        var pooled = HazardTable.Combine([.. ordered.Select(table => model.Hazards(plan, state, table))]);
        var parts = ordered.Select(table => model.Gradient(plan, state, table, pooled)).ToArray();
        return new ExactCoxGradient(pooled, Sum(parts));
    }

    /// <summary>Adds up the nodes' parts of a gradient.</summary>
    /// <param name="parts">One or more, in the order of the node names.</param>
    public static IReadOnlyDictionary<string, torch.Tensor> Sum(IReadOnlyList<IReadOnlyDictionary<string, torch.Tensor>> parts) =>
        StateMath.Each(parts[0], (name, _) => StateMath.Sum(parts.Select(part => (part[name], 1.0))));

    /// <summary>One step of gradient descent: w ← w - η g.</summary>
    public static IReadOnlyDictionary<string, torch.Tensor> Step(
        IReadOnlyDictionary<string, torch.Tensor> state, IReadOnlyDictionary<string, torch.Tensor> gradient, double learningRate) =>
        StateMath.Each(state, (name, tensor) => gradient.TryGetValue(name, out var slope)
            ? tensor.to(torch.float64) - (slope.to(torch.float64) * learningRate)
            : tensor.to(torch.float64));
}
