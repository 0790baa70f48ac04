using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Torch;

namespace GenoMed.Fhir.Compute.Federation.Tests.Strategies;

/// <summary>Plans of small generators over the made-up federation, round by round.</summary>
internal static class Generators
{
    public static TrainingPlan Plan(StrategyPlan strategy, int rounds, string model = "vae-bgm")
    {
        var plan = Cohort.Plan(Cohort.Nodes(), strategy, rounds);
        return plan with { Model = plan.Model with { Model = model, Options = Options(model) } };
    }

    public static WeightsUpdate Train(TrainingPlan plan, string node, FeatureTable table, byte[] checkpoint, int round) => LocalRound.Train(
        plan, table, GlobalRound.WeightsFor(plan, checkpoint, node), round, null, node, null, CancellationToken.None);

    /// <summary>A tensor of the file as numbers.</summary>
    public static double[] Tensor(byte[] weights, string name)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        return SafetensorsFile.Read(weights).Tensors[name].to(TorchSharp.torch.float64).contiguous().data<double>().ToArray();
    }

    private static JsonObject Options(string model) => model switch
    {
        "vae-bgm" => new() { ["hidden"] = 16, ["latent"] = 3, ["components"] = 3, ["batchSize"] = 32 },
        "ctgan" => new() { ["hidden"] = 16, ["latent"] = 8, ["batchSize"] = 20, ["pac"] = 1, ["modes"] = 3 },
        _ => new() { ["cells"] = 20_000 },
    };
}
