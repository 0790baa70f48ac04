using GenoMed.Fhir.Compute.Models.Survival;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Survival;

/// <summary>What the two messages of an exact step give.</summary>
/// <param name="Pooled">The sums over all nodes; loss and Breslow's baseline follow from them.</param>
/// <param name="Gradient">Parameter name to the gradient of the pooled loss.</param>
public sealed record ExactCoxGradient(HazardTable Pooled, IReadOnlyDictionary<string, torch.Tensor> Gradient);
