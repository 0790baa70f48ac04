using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;
using TorchSharp;

namespace GenoMed.Fhir.Spine.Benchmarks;

/// <summary>Centralised and federated training of one split.</summary>
internal sealed record Experiment(JsonObject Options, StrategyPlan Strategy, int Rounds, int LocalEpochs)
{
    /// <summary>Harrell's C on the test patients for the model trained on all rows, and for the federated one.</summary>
    public (double Centralised, double Federated) Run(Split split, long seed)
    {
        var (together, federated) = (Plan(split.Training.Schema, [split.Training], seed), Plan(split.Training.Schema, split.Nodes.Select(node => node.Table), seed));
        return (C(together, Train(together, [("all", split.Training)]), split.Test), C(federated, Train(federated, split.Nodes), split.Test));
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
                Model = "deepsurv",
                Schema = schema,
                Inputs = [.. schema.WithRole(FeatureRole.Input).Select(feature => feature.Name)],
                Outcome = MdsCohort.Outcome,
                Scaler = statistics.ToScaler(schema),
                Options = Options,
                Seed = seed,
            },
        };
    }

    private static IReadOnlyDictionary<string, torch.Tensor> Train(TrainingPlan plan, IReadOnlyList<(string Name, FeatureTable Table)> nodes)
    {
        var (model, strategy) = (ModelCatalog.Find(plan.Model.Model), StrategyCatalog.Find(plan.Strategy));
        var state = model.CreateState(plan.Model);
        if (nodes.Count == 1)
        {
            var all = new TrainRequest { Round = 1, Epochs = plan.Rounds * plan.LocalEpochs, Node = nodes[0].Name };
            return model.Train(plan.Model, nodes[0].Table, state, all, null, CancellationToken.None).State;
        }

        for (var round = 1; round <= plan.Rounds; round++)
        {
            var request = new TrainRequest { Round = round, Epochs = plan.LocalEpochs, Node = "", ClientStep = strategy.ClientStep };
            var updates = nodes.Select(node => Update(plan, model, state, node, request with { Node = node.Name })).ToArray();
            state = strategy.Aggregate(state, updates);
        }

        return state;
    }

    private static ModelUpdate Update(
        TrainingPlan plan, IModel model, IReadOnlyDictionary<string, torch.Tensor> state, (string Name, FeatureTable Table) node, TrainRequest request)
    {
        var result = model.Train(plan.Model, node.Table, state, request, null, CancellationToken.None);
        var update = new ModelUpdate { Node = node.Name, State = result.State, NumExamples = result.NumExamples, Metrics = result.Metrics };
        return UpdateGuard.Refusal(state, update) is { } reason ? throw new InvalidOperationException($"{node.Name}: {reason}") : update;
    }

    private static double C(TrainingPlan plan, IReadOnlyDictionary<string, torch.Tensor> state, FeatureTable test)
    {
        var risk = ModelCatalog.Find(plan.Model.Model).PredictRisk(plan.Model, state, test);
        return Concordance.Harrell(test.Durations(MdsCohort.Outcome), test.Events(MdsCohort.Outcome), risk).C;
    }
}
