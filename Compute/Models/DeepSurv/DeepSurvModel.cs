using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.DeepSurv;

/// <summary>
/// DeepSurv (Katzman, Shaham, Cloninger, Bates, Jiang, Kluger, BMC Med Res Methodol 2018): a Cox model whose log
/// hazard is a neural network. Training reads the patients with a known outcome and a follow-up above 0.
/// </summary>
internal sealed class DeepSurvModel : ICoxModel
{
    public string Name => "deepsurv";

    /// <inheritdoc/>
    public JsonObject ResolveOptions(JsonObject options) => ModelOptions.Resolve<DeepSurvOptions>(options);

    public IReadOnlyList<string> InputTensors(ModelPlan plan) =>
        [ModelOptions.Read<DeepSurvOptions>(plan.Options).Hidden.Count > 0 ? "layers.linear0.weight" : "layers.output.weight"];

    public IReadOnlyDictionary<string, Tensor> CreateState(ModelPlan plan) =>
        SeededRound.CreateState(plan, Name, () => StateDict.CopyOf(Build(plan, out _)));

    public TrainResult Train(
        ModelPlan plan,
        FeatureTable table,
        IReadOnlyDictionary<string, Tensor> state,
        TrainRequest request,
        IProgress<TrainProgress>? progress,
        CancellationToken cancellation) => SeededRound.Train(plan, Name, request, seed =>
    {
        var rows = SurvivalRows.Of(plan, table);
        var module = Load(plan, state, out var options);
        var training = new DeepSurvTraining(module, options, rows, seed);
        var loss = training.Fit(request, SeededRound.BeforeStep(request, state), progress, cancellation);
        return new TrainResult(StateDict.CopyOf(module), rows.Count, new Dictionary<string, double> { ["loss"] = loss });
    });

    public double[] PredictRisk(ModelPlan plan, IReadOnlyDictionary<string, Tensor> state, FeatureTable table)
    {
        var encoding = plan.CreateEncoding();
        using var scope = NewDisposeScope();
        using var detached = no_grad();
        var module = Load(plan, state, out _);
        module.eval();
        var logHazard = module.forward(tensor(encoding.Encode(table), [table.Count, encoding.Width]));
        return Numbers(logHazard);
    }

    public HazardTable Hazards(ModelPlan plan, IReadOnlyDictionary<string, Tensor> state, FeatureTable table)
    {
        using var scope = NewDisposeScope();
        using var detached = no_grad();
        var rows = SurvivalRows.Of(plan, table);
        return HazardTable.Of(rows.Durations, rows.Events, Numbers(Evaluate(Load(plan, state, out _), rows)));
    }

    public IReadOnlyDictionary<string, Tensor> Gradient(
        ModelPlan plan, IReadOnlyDictionary<string, Tensor> state, FeatureTable table, HazardTable pooled)
    {
        using var scope = NewDisposeScope();
        var rows = SurvivalRows.Of(plan, table);
        var module = Load(plan, state, out var options);
        var logHazard = Evaluate(module, rows);
        var gradient = FederatedPartialLikelihood.Gradient(pooled, rows.Durations, rows.Events, Numbers(logHazard), options.Ties);
        logHazard.backward([tensor(gradient.Select(value => (float)value).ToArray())]);
        return module.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter.grad!.DetachFromDisposeScope());
    }

    private static Tensor Evaluate(DeepSurvModule module, SurvivalRows rows)
    {
        module.eval();
        return module.forward(tensor(rows.Matrix, [rows.Count, rows.Width]));
    }

    private static double[] Numbers(Tensor logHazard) => [.. logHazard.data<float>().ToArray().Select(value => (double)value)];

    private static DeepSurvModule Load(ModelPlan plan, IReadOnlyDictionary<string, Tensor> state, out DeepSurvOptions options)
    {
        var module = Build(plan, out options);
        StateDict.Load(module, state);
        return module;
    }

    private static DeepSurvModule Build(ModelPlan plan, out DeepSurvOptions options)
    {
        options = ModelOptions.Read<DeepSurvOptions>(plan.Options);
        return new DeepSurvModule(plan.CreateEncoding().Width, options);
    }
}
