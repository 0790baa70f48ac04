using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>What a node's half of a strategy returns.</summary>
/// <param name="Training">State, number of examples and metrics that leave the node.</param>
/// <param name="Returned">The strategy's own tensors beside it, as <see cref="StrategyTensors.Returned"/> names them.</param>
public sealed record ClientResult(TrainResult Training, IReadOnlyDictionary<string, torch.Tensor> Returned);
