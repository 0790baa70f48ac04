using System.Text.Json;
using GenoMed.Fhir.Manager.Registry;
using GenoMed.Fhir.Node.Tests.Synthesis;

namespace GenoMed.Fhir.Cli.Tests.Synthesis;

/// <summary>A registered generator on disk.</summary>
internal static class ModelFolder
{
    public static async Task<string> WriteAsync(string folder, Func<ModelCard, ModelCard>? change = null)
    {
        Directory.CreateDirectory(folder);
        var card = new ModelCard
        {
            Name = "mds-network",
            Model = "bayesian-network",
            WeightsSha256 = TrainedModel.Sha256(TrainedModel.Weights),
            PlanHash = TrainedModel.Plan.Hash,
            Plan = TrainedModel.Plan.ToJson(),
            RunId = "run-1",
            Nodes = new Dictionary<string, string> { ["north"] = "ds-1", ["south"] = "ds-2" },
            Patients = new Dictionary<string, int> { ["north"] = 500, ["south"] = 250 },
            Rounds = 3,
            Seed = 1,
            Created = DateTimeOffset.UnixEpoch,
        };
        await File.WriteAllBytesAsync(Path.Combine(folder, "model.safetensors"), TrainedModel.Weights);
        await File.WriteAllTextAsync(Path.Combine(folder, "card.json"), JsonSerializer.Serialize(change?.Invoke(card) ?? card, JsonSerializerOptions.Web));
        return folder;
    }
}
