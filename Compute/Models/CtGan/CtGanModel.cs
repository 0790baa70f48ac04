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

    /// <summary>The discriminator's, of patients in packs of one; the generator sees none of them.</summary>
    public bool DecomposesOverPatients => true;

    public bool TakesInventedRows => true;

    /// <summary>A pack of more rows mixes patients in one gradient; fitted modes would leave without noise.</summary>
    public void CheckPrivacy(ModelPlan plan)
    {
        var options = ModelOptions.Read<CtGanOptions>(plan.Options);
        if (options.Pac != 1 || options.EncoderRounds != 0)
        {
            throw new ArgumentException("Protecting each patient, 'ctgan' must judge them one by one and must not fit modes to them: set the options pac to 1 and encoderRounds to 0.");
        }

        if (options.Averaging != 0)
        {
            throw new ArgumentException("Protecting each patient, 'ctgan' ends a round with the last weights: set the option averaging to 0.");
        }
    }

    public IReadOnlyDictionary<string, Tensor> CreateState(ModelPlan plan) =>
        SeededRound.CreateState(plan, Name, () => RunningMoments.ToState(CtGanNetwork.Build(plan).Module));

    public TrainResult Train(
        ModelPlan plan,
        FeatureTable table,
        IReadOnlyDictionary<string, Tensor> state,
        TrainRequest request,
        IProgress<TrainProgress>? progress,
        CancellationToken cancellation) => SeededRound.Train(plan, Name, request, seed =>
    {
        var network = CtGanNetwork.Load(plan, state);
        var rows = table.Count > 0 ? TabularEncoder.Encode(network.Layout.Table, table) : throw new ArgumentException("The table has no rows.");
        Summarise(network, rows, request);
        var seen = request.Invented is { Count: > 0 } invented ? rows.Append(TabularEncoder.Encode(network.Layout.Table, invented)) : rows;
        var loops = request.Round > network.Options.EncoderRounds ? Loops(network with { Options = network.Options.At(request.Round) }, seen, seed, state, request) : null;
        var loss = loops is null ? double.NaN : SeededRound.Epochs(request, loops.Epoch, progress, cancellation);
        loops?.Finish();
        return new TrainResult(
            RunningMoments.ToState(network.Module), rows.Count, new Dictionary<string, double> { ["loss"] = loss, ["discriminator"] = loops?.DiscriminatorLoss ?? double.NaN })
        { Spent = loops?.Spent(request.Epochs) };
    });

    /// <summary>The encoder's rounds come first. What is not given is as chosen in docs/adr/0180 and 0198.</summary>
    public TrainingSchedule Schedule(JsonObject options, int rounds)
    {
        JsonObject suited = new() { ["averaging"] = 0.98, ["finalRate"] = 0.2, ["calibration"] = true };
        var resolved = ModelOptions.Resolve<CtGanOptions>(ModelOptions.Over(suited, options, rounds));
        return new TrainingSchedule(resolved, ModelOptions.Read<CtGanOptions>(resolved).EncoderRounds, rounds, 0, Epochs: 40);
    }

    public FeatureTable Generate(
        ModelPlan plan, IReadOnlyDictionary<string, Tensor> state, int count, long seed, IReadOnlyDictionary<string, double>? conditions = null) => SeededRound.Detached(() =>
    {
        var network = CtGanNetwork.Load(plan, state);
        network.Module.eval();
        var filter = new RowFilter(network.Layout.Table, conditions);
        var (sampler, random) = (new CtGanSampler(network, conditions), new RandomStream(DerivedSeed.From(seed, Name, "generation")));
        return SyntheticTable.Generate(plan, network.Layout.Table, count, filter, n => sampler.Draw(n, random));
    });

    private static void Summarise(CtGanNetwork network, TabularRows rows, TrainRequest request)
    {
        if (request.Privacy is { } privacy)
        {
            network.SummariseNoisily(rows, privacy);
            return;
        }

        var encodes = request.Round <= network.Options.EncoderRounds || network.Module.Summary.IsEmpty;
        network.Summarise(rows, keepsModes: !encodes, request.MinimumPatients);
    }

    private static IAdversarialLoop Loops(CtGanNetwork network, TabularRows rows, long seed, IReadOnlyDictionary<string, Tensor> state, TrainRequest request)
    {
        var (random, modes) = (new RandomStream(seed), network.Modes());
        var encoded = EncodedRows.Of(network.Layout, modes, rows, random);
        var fakes = new FakeRows(network.Layout, modes, network.Options.Temperature);
        var beforeStep = SeededRound.BeforeStep(request, state);
        return request.Privacy is { } privacy
            ? new PrivateCtGanTraining(network, encoded, fakes, random, privacy, beforeStep)
            : new CtGanTraining(network.Module, network.Options, encoded, new ConditionSampler(network.Layout, encoded), fakes, random, beforeStep);
    }
}
