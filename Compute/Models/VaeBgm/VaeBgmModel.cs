using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Mixtures;
using GenoMed.Fhir.Compute.Models.Tabular;
using GenoMed.Fhir.Compute.Models.Variational;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.VaeBgm;

/// <summary>
/// VAE-BGM (Apellániz, Parras, Zazo, "An improved tabular data generator with VAE-GMM integration", EUSIPCO 2024): a
/// variational autoencoder of all columns, whose latent codes are drawn from a Bayesian Gaussian mixture of the
/// patients' codes instead of N(0, I). The mixture's sufficient statistics are part of the state, as means over
/// patients: averaging states by patients pools them, so that <see cref="VaeBgmOptions.TrainingRounds"/> rounds of
/// training are followed by rounds that are exact steps of a federated variational EM.
/// </summary>
internal sealed class VaeBgmModel : IGenerator
{
    public string Name => "vae-bgm";

    /// <inheritdoc/>
    public JsonObject ResolveOptions(JsonObject options) => ModelOptions.Resolve<VaeBgmOptions>(options);

    public bool DecomposesOverPatients => true;

    public bool TakesInventedRows => true;

    /// <summary>The mixture's sums of all patients' codes would leave without noise, so that codes come from N(0, I).</summary>
    public void CheckPrivacy(ModelPlan plan)
    {
        if (!ModelOptions.Read<VaeBgmOptions>(plan.Options).PriorOnly)
        {
            throw new ArgumentException("Protecting each patient, 'vae-bgm' must not send its latent mixture, which are sums over patients without noise: set the option priorOnly to true.");
        }
    }

    public IReadOnlyDictionary<string, Tensor> CreateState(ModelPlan plan) =>
        SeededRound.CreateState(plan, Name, () => StateDict.CopyOf(VaeBgmNetwork.Build(plan).Module));

    public TrainResult Train(
        ModelPlan plan,
        FeatureTable table,
        IReadOnlyDictionary<string, Tensor> state,
        TrainRequest request,
        IProgress<TrainProgress>? progress,
        CancellationToken cancellation) => SeededRound.Train(plan, Name, request, seed =>
    {
        var network = VaeBgmNetwork.Load(plan, state);
        var rows = Rows(network.Layout, table);
        var trains = network.Options.TrainingRounds == 0 || request.Round <= network.Options.TrainingRounds;
        var seen = request.Invented is { Count: > 0 } invented ? rows.Append(TabularEncoder.Encode(network.Layout, invented)) : rows;
        var training = new VariationalTraining(network.Task(seen, seed), network.Options.At(request.Round));
        var loss = trains ? training.Fit(state, request, progress, cancellation) : double.NaN;
        if (request.Privacy is null)
        {
            network.Summarise(rows, trains ? network.Options.MixtureIterations : 1, DerivedSeed.From(plan.Seed, Name, "mixture"));
        }

        return new TrainResult(StateDict.CopyOf(network.Module), rows.Count, new Dictionary<string, double> { ["loss"] = loss }) { Spent = training.Spent };
    });

    /// <summary>
    /// Rounds of training, then the exact steps of variational EM that the options ask for. What is not given is as chosen
    /// in docs/adr/0180.
    /// </summary>
    public TrainingSchedule Schedule(JsonObject options, int rounds)
    {
        JsonObject suited = new() { ["klWeight"] = 0.3, ["outcomeWeight"] = 3, ["averaging"] = 0.99, ["learningRate"] = 2e-3, ["finalRate"] = 0.1 };
        var resolved = ModelOptions.Resolve<VaeBgmOptions>(ModelOptions.Over(suited, options, rounds));
        var read = ModelOptions.Read<VaeBgmOptions>(resolved);
        return new TrainingSchedule(resolved, 0, rounds, read.PriorOnly ? 0 : read.MixtureRounds, Epochs: 40);
    }

    public FeatureTable Generate(
        ModelPlan plan, IReadOnlyDictionary<string, Tensor> state, int count, long seed, IReadOnlyDictionary<string, double>? conditions = null) => SeededRound.Detached(() =>
    {
        var network = VaeBgmNetwork.Load(plan, state);
        network.Module.eval();
        var filter = new RowFilter(network.Layout, conditions);
        var (random, mixture) = (new RandomStream(DerivedSeed.From(seed, Name, "generation")), new Lazy<BayesianGaussianMixture>(network.Mixture));
        return SyntheticTable.Generate(plan, network.Layout, count, filter, n => network.Draw(n, mixture, random));
    });

    private static TabularRows Rows(TabularLayout layout, FeatureTable table) => table.Count > 0
        ? TabularEncoder.Encode(layout, table)
        : throw new ArgumentException("The table has no rows.");
}
