using System.Globalization;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Tabular;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>
/// CTGAN (Xu, Skoularidou, Cuesta-Infante, Veeramachaneni, "Modeling tabular data using conditional GAN", NeurIPS
/// 2019), written from the paper. Numbers are coded by modes that all nodes share: their sufficient statistics and the
/// codes' frequencies are part of the state as means over patients, so that averaging states pools them.
/// </summary>
internal sealed class CtGanModel : IGenerator
{
    public string Name => "ctgan";

    /// <inheritdoc/>
    public JsonObject ResolveOptions(JsonObject options) => ModelOptions.Resolve<CtGanOptions>(options);

    public IReadOnlyDictionary<string, Tensor> CreateState(ModelPlan plan)
    {
        manual_seed(DerivedSeed.From(plan.Seed, Name, "initial state"));
        using var scope = NewDisposeScope();
        return RunningMoments.ToState(CtGanNetwork.Build(plan).Module);
    }

    public TrainResult Train(
        ModelPlan plan,
        FeatureTable table,
        IReadOnlyDictionary<string, Tensor> state,
        TrainRequest request,
        IProgress<TrainProgress>? progress,
        CancellationToken cancellation)
    {
        request.Validate();
        var seed = DerivedSeed.From(plan.Seed, Name, request.Round.ToString(CultureInfo.InvariantCulture), request.Node);
        manual_seed(seed);
        using var scope = NewDisposeScope();
        var network = CtGanNetwork.Load(plan, state);
        var rows = table.Count > 0 ? TabularEncoder.Encode(network.Layout.Table, table) : throw new ArgumentException("The table has no rows.");
        var encodes = request.Round <= network.Options.EncoderRounds || network.Module.Summary.IsEmpty;
        network.Summarise(rows, keepsModes: !encodes);
        var trains = request.Round > network.Options.EncoderRounds;
        var losses = trains ? Fit(Training(network, rows, seed, state, request), request, progress, cancellation) : (double.NaN, double.NaN);
        return new TrainResult(
            RunningMoments.ToState(network.Module), rows.Count, new Dictionary<string, double> { ["loss"] = losses.Item1, ["discriminator"] = losses.Item2 });
    }

    public FeatureTable Generate(
        ModelPlan plan, IReadOnlyDictionary<string, Tensor> state, int count, long seed, IReadOnlyDictionary<string, double>? conditions = null)
    {
        using var scope = NewDisposeScope();
        using var detached = no_grad();
        var network = CtGanNetwork.Load(plan, state);
        network.Module.eval();
        var filter = new RowFilter(network.Layout.Table, conditions);
        var (sampler, random) = (new CtGanSampler(network, conditions), new RandomStream(DerivedSeed.From(seed, Name, "generation")));
        return SyntheticTable.Generate(plan, network.Layout.Table, count, filter, n => sampler.Draw(n, random));
    }

    private static CtGanTraining Training(CtGanNetwork network, TabularRows rows, long seed, IReadOnlyDictionary<string, Tensor> state, TrainRequest request)
    {
        var (random, modes) = (new RandomStream(seed), network.Modes());
        var encoded = EncodedRows.Of(network.Layout, modes, rows, random);
        Action<IReadOnlyDictionary<string, Tensor>>? beforeStep =
            request.ClientStep is { } step ? parameters => step.Adjust(parameters, state) : null;
        return new CtGanTraining(
            network.Module,
            network.Options,
            encoded,
            new ConditionSampler(network.Layout, encoded),
            new FakeRows(network.Layout, modes, network.Options.Temperature),
            random,
            beforeStep);
    }

    private static (double Generator, double Discriminator) Fit(
        CtGanTraining training, TrainRequest request, IProgress<TrainProgress>? progress, CancellationToken cancellation)
    {
        var losses = (Generator: double.NaN, Discriminator: double.NaN);
        for (var epoch = 1; epoch <= request.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            losses = training.Epoch();
            progress?.Report(new TrainProgress(epoch, request.Epochs, losses.Generator));
        }

        return losses;
    }
}
