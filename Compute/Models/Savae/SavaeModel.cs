using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Variational;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Savae;

/// <summary>
/// SAVAE (Apellániz, Parras, Zazo, "Leveraging the variational autoencoder for survival analysis", IEEE Access 2024):
/// a variational autoencoder whose latent code also gives a Weibull distribution of the time. Missing covariates are
/// masked in its loss. Training reads the patients with a known outcome and a follow-up above 0.
/// </summary>
internal sealed class SavaeModel : ISurvivalModel
{
    public string Name => "savae";

    /// <inheritdoc/>
    public JsonObject ResolveOptions(JsonObject options) => ModelOptions.Resolve<SavaeOptions>(options);

    public bool DecomposesOverPatients => true;

    public IReadOnlyList<string> InputTensors(ModelPlan plan) => [SavaeModule.InputTensor];

    public IReadOnlyDictionary<string, Tensor> CreateState(ModelPlan plan) =>
        SeededRound.CreateState(plan, Name, () => StateDict.CopyOf(SavaeNetwork.Build(plan).Module));

    public TrainResult Train(
        ModelPlan plan,
        FeatureTable table,
        IReadOnlyDictionary<string, Tensor> state,
        TrainRequest request,
        IProgress<TrainProgress>? progress,
        CancellationToken cancellation) => SeededRound.Train(plan, Name, request, seed =>
    {
        var network = SavaeNetwork.Load(plan, state);
        var rows = SavaeRows.Of(plan, network.Layout, table);
        var training = new VariationalTraining(network.Task(rows, seed), network.Options);
        var loss = training.Fit(state, request, progress, cancellation);
        return new TrainResult(StateDict.CopyOf(network.Module), rows.Count, new Dictionary<string, double> { ["loss"] = loss }) { Spent = training.Spent };
    });

    /// <summary>Minus the logarithm of the median survival time.</summary>
    public double[] PredictRisk(ModelPlan plan, IReadOnlyDictionary<string, Tensor> state, FeatureTable table) =>
        [.. Predict(plan, state, table).Select(weibull => -weibull.LogMedian)];

    public double[] PredictSurvival(
        ModelPlan plan, IReadOnlyDictionary<string, Tensor> state, FeatureTable table, IReadOnlyList<double> times) =>
        [.. Predict(plan, state, table).SelectMany(weibull => times.Select(weibull.Survival))];

    private static Weibull[] Predict(ModelPlan plan, IReadOnlyDictionary<string, Tensor> state, FeatureTable table)
    {
        manual_seed(DerivedSeed.From(plan.Seed, "savae", "prediction"));
        using var scope = NewDisposeScope();
        using var detached = no_grad();
        var network = SavaeNetwork.Load(plan, state);
        network.Module.eval();
        var encoding = plan.CreateEncoding();
        return table.Count == 0 ? [] : network.Predict(tensor(encoding.Encode(table), [table.Count, encoding.Width]));
    }
}
