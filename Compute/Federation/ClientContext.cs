using GenoMed.Fhir.Compute.Models.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>What a node's half of a strategy knows in one round.</summary>
/// <param name="Plan">The training plan.</param>
/// <param name="Table">The node's rows.</param>
/// <param name="Global">The global model that the round begins with.</param>
/// <param name="Shared">The strategy's tensors for all nodes.</param>
/// <param name="Own">The strategy's tensors for this node.</param>
public sealed record ClientContext(
    TrainingPlan Plan,
    FeatureTable Table,
    IReadOnlyDictionary<string, torch.Tensor> Global,
    IReadOnlyDictionary<string, torch.Tensor> Shared,
    IReadOnlyDictionary<string, torch.Tensor> Own)
{
    /// <summary>The node's name.</summary>
    public string Node { get; init; } = "";

    /// <summary>The round, from 1.</summary>
    public int Round { get; init; } = 1;

    /// <summary>k: no figure that rests on fewer patients leaves the node. 1 tells all.</summary>
    public int MinimumPatients { get; init; } = 1;
}
