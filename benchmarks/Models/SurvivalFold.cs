using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;
using TorchSharp;

namespace GenoMed.Fhir.Models.Benchmarks;

/// <summary>Trains a survival model on one part of a cohort and measures it on the other.</summary>
/// <param name="Model">The catalogue's.</param>
/// <param name="Options">The model's own.</param>
/// <param name="Epochs">Of the one round.</param>
internal sealed record SurvivalFold(string Model, JsonObject Options, int Epochs)
{
    /// <returns>Antolini's C, Harrell's C of the risk, integrated Brier score.</returns>
    public (double Antolini, double Harrell, double Brier) Run(FeatureTable training, FeatureTable test, string outcome, long seed)
    {
        using var scope = torch.NewDisposeScope();
        var model = (ISurvivalModel)ModelCatalog.Find(Model);
        var plan = new ModelPlan
        {
            Model = Model,
            Schema = training.Schema,
            Inputs = [.. training.Schema.WithRole(FeatureRole.Input).Select(feature => feature.Name)],
            Outcome = outcome,
            Scaler = DatasetStatistics.From(training, minimumPatients: 1).ToScaler(training.Schema),
            Options = (JsonObject)Options.DeepClone(),
            Seed = seed,
        };
        var request = new TrainRequest { Round = 1, Epochs = Epochs, Node = "all" };
        var state = model.Train(plan, training, model.CreateState(plan), request, null, CancellationToken.None).State;
        return Measure(model, plan, state, training, test);
    }

    private static (double Antolini, double Harrell, double Brier) Measure(
        ISurvivalModel model, ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> state, FeatureTable training, FeatureTable test)
    {
        var (durations, events) = (test.Durations(plan.Outcome), test.Events(plan.Outcome));
        double[] grid = [0, .. training.Durations(plan.Outcome).Concat(durations).Where(time => time > 0).Distinct().Order()];
        var survival = model.PredictSurvival(plan, state, test, grid);
        var values = new double[grid.Length, test.Count];
        for (var i = 0; i < survival.Length; i++)
        {
            values[i % grid.Length, i / grid.Length] = survival[i];
        }

        var curves = new SurvivalCurves(grid, values);
        return (
            AntoliniConcordance.Of(durations, events, curves),
            Concordance.Harrell(durations, events, model.PredictRisk(plan, state, test)).C,
            BrierScore.Integrated(durations, events, curves));
    }
}
