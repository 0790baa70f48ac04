using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Torch;
using GenoMed.Fhir.Spine.Benchmarks;
using TorchSharp;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>Trains one arm round by round as nodes and manager do, bytes for bytes, only without HTTP between them.</summary>
internal sealed class ArmTraining
{
    private readonly Arm _arm;
    private readonly IGenerator _generator;
    private readonly TrainingSchedule _schedule;
    private readonly TrainingPlan _plan;

    public int Draws { get; init; } = 1;

    public ArmTraining(SyntheticEntry entry, Arm arm, long seed)
    {
        (_arm, _generator) = (arm, (IGenerator)ModelCatalog.Find(entry.Model));
        _schedule = _generator.Schedule(entry.Options, SyntheticEntry.Rounds);
        var schema = arm.Rows.Schema;
        _plan = new TrainingPlan
        {
            Id = "synthetic-mds",
            Strategy = new StrategyPlan(entry.Strategy),
            Rounds = _schedule.Total,
            LocalEpochs = entry.Epochs,
            Model = new ModelPlan
            {
                Model = entry.Model,
                Schema = schema,
                Inputs = [.. schema.WithRole(FeatureRole.Input).Select(feature => feature.Name)],
                Outcome = MdsCohort.Outcome,
                Scaler = DatasetStatistics.Combine([.. arm.Nodes.Select(node => DatasetStatistics.From(node.Table))]).ToScaler(schema),
                Options = _schedule.Options,
                Seed = seed,
            },
        };
    }

    /// <summary>So many invented patients after each round of training.</summary>
    public IEnumerable<FeatureTable> Rounds(int count, int from = 1)
    {
        var checkpoint = GlobalRound.InitialWeights(_plan);
        for (var exchange = 1; exchange <= _schedule.Total; exchange++)
        {
            checkpoint = Exchange(checkpoint, exchange);
            if (_schedule.Ends(exchange) && _schedule.RoundOf(exchange) >= from)
            {
                for (var d = 0; d < Draws; d++) { yield return Generate(GlobalRound.ModelWeights(checkpoint), count, _schedule.RoundOf(exchange) + (100 * d)); }
            }
        }
    }

    private byte[] Exchange(byte[] checkpoint, int exchange)
    {
        var updates = _arm.Nodes.Select(node => LocalRound.Train(
            _plan, node.Table, GlobalRound.WeightsFor(_plan, checkpoint, node.Name), exchange, null, node.Name, null, CancellationToken.None));
        return GlobalRound.Aggregate(_plan, checkpoint, [.. updates]);
    }

    private FeatureTable Generate(byte[] weights, int count, int round)
    {
        using var scope = torch.NewDisposeScope();
        return _generator.Generate(_plan.Model, SafetensorsFile.Read(weights).Tensors, count, DerivedSeed.From(_plan.Model.Seed, "generation", round.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
