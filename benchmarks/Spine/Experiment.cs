using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Spine.Benchmarks;

/// <summary>Centralised and federated training of one split.</summary>
internal sealed record Experiment(string Model, JsonObject Options, StrategyPlan Strategy, int Rounds, int LocalEpochs)
{
    /// <summary>Harrell's C on the test patients for the model trained on all rows, and for the federated one.</summary>
    public (double Centralised, double Federated) Run(Split split, long seed)
    {
        var (together, federated) = (Plan(split.Training.Schema, [split.Training], seed), Plan(split.Training.Schema, split.Nodes.Select(node => node.Table), seed));
        return (C(together, Train(together, [("all", split.Training)]), split.Test), C(federated, Train(federated, split.Nodes), split.Test));
    }

    /// <summary>The mean log hazard of several federated models of one split, each from its own seed, [test patients].</summary>
    public double[] Federated(Split split, IReadOnlyList<long> seeds)
    {
        var sum = new double[split.Test.Count];
        foreach (var seed in seeds)
        {
            var plan = Plan(split.Training.Schema, split.Nodes.Select(node => node.Table), seed);
            var risk = LocalRound.PredictRisk(plan, Train(plan, split.Nodes), split.Test);
            sum = [.. sum.Zip(risk, (a, b) => a + (b / seeds.Count))];
        }

        return sum;
    }

    private TrainingPlan Plan(FeatureSchema schema, IEnumerable<FeatureTable> tables, long seed)
    {
        var statistics = DatasetStatistics.Combine([.. tables.Select(table => DatasetStatistics.From(table))]);
        return new TrainingPlan
        {
            Id = "spine",
            Strategy = Strategy,
            Rounds = Rounds,
            LocalEpochs = LocalEpochs,
            Model = new ModelPlan
            {
                Model = Model,
                Schema = schema,
                Inputs = [.. schema.WithRole(FeatureRole.Input).Select(feature => feature.Name)],
                Outcome = MdsCohort.Outcome,
                Scaler = statistics.ToScaler(schema),
                Options = Options,
                Seed = seed,
            },
        };
    }

    private static byte[] Train(TrainingPlan plan, IReadOnlyList<(string Name, FeatureTable Table)> nodes)
    {
        var state = GlobalRound.InitialWeights(plan);
        if (nodes.Count == 1)
        {
            return LocalRound.Train(plan, nodes[0].Table, GlobalRound.WeightsFor(plan, state, nodes[0].Name), 1, plan.Rounds * plan.LocalEpochs, nodes[0].Name, null, CancellationToken.None).Weights;
        }

        for (var round = 1; round <= plan.Rounds; round++)
        {
            var updates = nodes.Select(node => LocalRound.Train(
                plan, node.Table, GlobalRound.WeightsFor(plan, state, node.Name), round, null, node.Name, null, CancellationToken.None)).ToArray();
            state = GlobalRound.Aggregate(plan, state, updates);
        }

        return GlobalRound.ModelWeights(state);
    }

    private static double C(TrainingPlan plan, byte[] weights, FeatureTable test) => Concordance.Harrell(
        test.Durations(MdsCohort.Outcome), test.Events(MdsCohort.Outcome), LocalRound.PredictRisk(plan, weights, test)).C;
}
