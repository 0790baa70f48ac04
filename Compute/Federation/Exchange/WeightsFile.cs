using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Torch;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Exchange;

/// <summary>A model's state as safetensors, checked against the model on the way in: the bytes came over a network.</summary>
internal static class WeightsFile
{
    public static byte[] Write(IReadOnlyDictionary<string, torch.Tensor> state) => SafetensorsFile.Write(state);

    /// <exception cref="ArgumentException">Not safetensors; or a tensor is missing, too many, misshapen or not finite.</exception>
    public static IReadOnlyDictionary<string, torch.Tensor> Read(ModelPlan plan, ReadOnlyMemory<byte> bytes)
    {
        var state = Tensors(bytes);
        var expected = ModelCatalog.Find(plan.Model).CreateState(plan);
        var refusal = UpdateGuard.Refusal(expected, new ModelUpdate { Node = "", State = state, NumExamples = 1 });
        return refusal is null ? state : throw new ArgumentException($"The weights do not fit model '{plan.Model}': {refusal}.");
    }

    private static IReadOnlyDictionary<string, torch.Tensor> Tensors(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return SafetensorsFile.Read(bytes).Tensors;
        }
        catch (SafetensorsException e)
        {
            throw new ArgumentException($"The weights are no safetensors file: {e.Message}", e);
        }
    }
}
