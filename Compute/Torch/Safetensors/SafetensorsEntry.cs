using TorchSharp;

namespace GenoMed.Fhir.Compute.Torch;

/// <summary>One tensor as the header describes it, its bytes from Start to before End of the values.</summary>
internal sealed record SafetensorsEntry(string Name, torch.ScalarType Type, long[] Shape, int Start, int End);
