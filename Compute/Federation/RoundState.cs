using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>All that lasts from round to round: the global model and what the strategy keeps beside it. The manager's checkpoint.</summary>
/// <param name="Model">The global model, name to tensor.</param>
public sealed record RoundState(IReadOnlyDictionary<string, torch.Tensor> Model)
{
    private static readonly IReadOnlyDictionary<string, torch.Tensor> Empty = new Dictionary<string, torch.Tensor>();

    /// <summary>The strategy's tensors that the manager keeps.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Server { get; init; } = Empty;

    /// <summary>Those that go to every node.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Shared { get; init; } = Empty;

    /// <summary>Those of single nodes, by node; a node that never answered has none yet.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, torch.Tensor>> Nodes { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, torch.Tensor>>();

    /// <summary>The state before the first round.</summary>
    public static RoundState Begin(IStrategy strategy, ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> model)
    {
        var tensors = strategy.Begin(plan, model);
        return new RoundState(model) { Server = tensors.Server, Shared = tensors.Shared };
    }
}
