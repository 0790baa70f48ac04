using GenoMed.Fhir.Compute.Models.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Tests;

/// <summary>Contexts of a node's half.</summary>
internal static class Contexts
{
    private static readonly IReadOnlyDictionary<string, torch.Tensor> None = new Dictionary<string, torch.Tensor>();

    public static ClientContext Empty => With(None, None);

    public static ClientContext With(IReadOnlyDictionary<string, torch.Tensor> shared, IReadOnlyDictionary<string, torch.Tensor> own) => new(
        new TrainingPlan { Id = "test", Rounds = 1, Model = States.Plan },
        new FeatureTable(States.Plan.Schema, [], new Dictionary<string, double[]>()),
        None,
        shared,
        own);
}
