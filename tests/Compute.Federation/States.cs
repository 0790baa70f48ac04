using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Tests;

/// <summary>Small states and updates for tests.</summary>
internal static class States
{
    public static IReadOnlyDictionary<string, torch.Tensor> Of(params float[] weights) => new Dictionary<string, torch.Tensor>
    {
        ["bias"] = torch.tensor(new[] { weights[0] }),
        ["weight"] = torch.tensor(weights, [1, weights.Length]),
    };

    public static ModelUpdate Update(string node, int numExamples, params float[] weights) =>
        new() { Node = node, State = Of(weights), NumExamples = numExamples };

    public static RoundState Round(params float[] weights) => new(Of(weights));

    /// <summary>A strategy's state before the first round.</summary>
    public static RoundState Begin(IStrategy strategy, params float[] weights) => RoundState.Begin(strategy, Plan, Of(weights));

    /// <summary>A plan for strategies that look at none.</summary>
    public static ModelPlan Plan { get; } = new() { Model = "deepsurv", Schema = new FeatureSchema("none", "1", []), Inputs = [], Outcome = "OS" };

    public static float[] Numbers(RoundState state) => Numbers(state.Model);

    public static float[] Numbers(IReadOnlyDictionary<string, torch.Tensor> state) =>
        [.. state.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value.data<float>().ToArray())];
}
