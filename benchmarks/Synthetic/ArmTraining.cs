using System.Globalization;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Spine.Benchmarks;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>Trains one arm round by round as nodes and manager do, bytes for bytes, only without HTTP between them.</summary>
internal sealed class ArmTraining
{
    private static readonly IReadOnlyDictionary<string, double> Any = new Dictionary<string, double>();

    private readonly SyntheticEntry _entry;
    private readonly Arm _arm;
    private readonly TrainingSchedule _schedule;
    private readonly TrainingPlan _plan;

    public ArmTraining(SyntheticEntry entry, Arm arm, long seed)
    {
        (_entry, _arm) = (entry, arm);
        _schedule = entry.Schedule;
        var schema = arm.Rows.Schema;
        _plan = new TrainingPlan
        {
            Id = "synthetic-mds",
            Strategy = new StrategyPlan(entry.Strategy),
            Rounds = _schedule.Total,
            LocalEpochs = _schedule.Epochs,
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

    /// <summary>Tables of invented patients after each round of training.</summary>
    /// <param name="patients">In a table.</param>
    /// <param name="tables">A round.</param>
    public IEnumerable<IReadOnlyList<FeatureTable>> Rounds(int patients, int tables)
    {
        var checkpoint = GlobalRound.InitialWeights(_plan);
        for (var exchange = 1; exchange <= _schedule.Total; exchange++)
        {
            checkpoint = Exchange(checkpoint, exchange);
            if (_schedule.Ends(exchange))
            {
                yield return Generate(checkpoint, patients, tables, _schedule.RoundOf(exchange));
            }
        }
    }

    private byte[] Exchange(byte[] checkpoint, int exchange)
    {
        var updates = _arm.Nodes.Select(node => LocalRound.Train(
            _plan, node.Table, GlobalRound.WeightsFor(_plan, checkpoint, node.Name), exchange, null, node.Name, null, CancellationToken.None, _entry.MinimumPatients));
        return GlobalRound.Aggregate(_plan, checkpoint, [.. updates]);
    }

    /// <summary>Drawn at once and dealt out: a network is learned from its counts once a draw.</summary>
    private FeatureTable[] Generate(byte[] checkpoint, int patients, int tables, int round)
    {
        using var generator = TrainedGenerator.Open(_plan, GlobalRound.ModelWeights(checkpoint));
        var drawn = generator.Generate(patients * tables, DerivedSeed.From(_plan.Model.Seed, "generation", round.ToString(CultureInfo.InvariantCulture)), Any);
        return [.. Enumerable.Range(0, tables).Select(table => drawn.Select([.. Enumerable.Range(table * patients, patients)]))];
    }
}
