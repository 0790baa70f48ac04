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
        _schedule = ((IGenerator)ModelCatalog.Find(entry.Model)).Schedule(entry.Options, SyntheticEntry.Rounds);
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

    /// <summary>Tables of invented patients after each round of training from a round on.</summary>
    /// <param name="patients">In a table.</param>
    /// <param name="tables">A round.</param>
    /// <param name="from">The first round of which any are wanted.</param>
    public IEnumerable<IReadOnlyList<FeatureTable>> Rounds(int patients, int tables, int from = 1)
    {
        var checkpoint = GlobalRound.InitialWeights(_plan);
        for (var exchange = 1; exchange <= _schedule.Total; exchange++)
        {
            checkpoint = Exchange(checkpoint, exchange);
            if (_schedule.Ends(exchange) && _schedule.RoundOf(exchange) >= from)
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

    private FeatureTable[] Generate(byte[] checkpoint, int patients, int tables, int round)
    {
        using var generator = TrainedGenerator.Open(_plan, GlobalRound.ModelWeights(checkpoint));
        long Seed(int table) => DerivedSeed.From(_plan.Model.Seed, "generation", string.Create(CultureInfo.InvariantCulture, $"{round}/{table}"));
        return [.. Enumerable.Range(1, tables).Select(table => generator.Generate(patients, Seed(table), Any))];
    }
}
