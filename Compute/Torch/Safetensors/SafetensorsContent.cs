using TorchSharp;

namespace GenoMed.Fhir.Compute.Torch;

/// <summary>What a file holds. The tensors are copies; whoever read the file disposes them.</summary>
public sealed record SafetensorsContent(IReadOnlyDictionary<string, torch.Tensor> Tensors, IReadOnlyDictionary<string, string> Metadata);
