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
    IReadOnlyDictionary<string, torch.Tensor> Own);
