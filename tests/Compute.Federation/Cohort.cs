using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Federation.Tests;

/// <summary>A small made-up federation: three nodes of unequal size, survival that follows four of the features.</summary>
internal static class Cohort
{
    public static FeatureSchema Schema { get; } = new("test", "1", [
        .. Enumerable.Range(0, 6).Select(i => new Feature { Name = $"x{i}", Type = FeatureType.Continuous, Role = FeatureRole.Input }),
        new Feature { Name = "OS", Type = FeatureType.TimeToEvent, Role = FeatureRole.Outcome },
    ]);

    /// <param name="seed">Gives the patients.</param>
    /// <param name="count">How many.</param>
    /// <param name="shift">Added to every feature: another mix of patients.</param>
    /// <param name="lacking">Features that the node does not have at all.</param>
    public static FeatureTable Node(int seed, int count, double shift = 0, params string[] lacking)
    {
        var random = new Random(seed);
        var columns = Schema.Features.ToDictionary(feature => feature.Name, feature => new double[count * feature.Width]);
        for (var row = 0; row < count; row++)
        {
            double[] x = [.. Enumerable.Range(0, 6).Select(_ => Normal(random) + shift)];
            var time = -Math.Log(1 - random.NextDouble()) * Math.Exp(-(1.2 * x[0]) + (0.8 * x[1]) - (0.5 * x[2] * x[3]));
            var censored = 3 * random.NextDouble();
            (columns["OS"][2 * row], columns["OS"][(2 * row) + 1]) = (Math.Min(time, censored) + 1e-3, time <= censored ? 1 : 0);
            for (var i = 0; i < 6; i++)
            {
                columns[$"x{i}"][row] = lacking.Contains($"x{i}") ? double.NaN : x[i];
            }
        }

        return new FeatureTable(Schema, [.. Enumerable.Range(0, count).Select(row => $"{seed}-{row:0000}")], columns);
    }

    public static IReadOnlyDictionary<string, FeatureTable> Nodes() => new Dictionary<string, FeatureTable>
    {
        ["north"] = Node(1, 240, -0.5),
        ["south"] = Node(2, 120, 0.3),
        ["west"] = Node(3, 60, 0.8),
    };

    public static TrainingPlan Plan(IReadOnlyDictionary<string, FeatureTable> nodes, StrategyPlan strategy, int rounds = 15, PrivacyPlan? privacy = null) => new()
    {
        Id = "test",
        Rounds = rounds,
        LocalEpochs = 2,
        Strategy = strategy,
        Privacy = privacy,
        Model = new ModelPlan
        {
            Model = "deepsurv",
            Schema = Schema,
            Inputs = [.. Enumerable.Range(0, 6).Select(i => $"x{i}")],
            Outcome = "OS",
            Scaler = DatasetStatistics.Combine([.. nodes.Values.Select(table => DatasetStatistics.From(table))]).ToScaler(Schema),
            Options = new JsonObject { ["hidden"] = new JsonArray(16), ["dropout"] = 0.1, ["learningRate"] = 0.01, ["batchSize"] = 64 },
            Seed = 7,
        },
    };

    /// <summary>All rounds, over the same bytes that would travel.</summary>
    public static byte[] Run(TrainingPlan plan, IReadOnlyDictionary<string, FeatureTable> nodes, byte[]? checkpoint = null, int from = 1)
    {
        checkpoint ??= GlobalRound.InitialWeights(plan);
        for (var round = from; round <= plan.Rounds; round++)
        {
            var begin = checkpoint;
            checkpoint = GlobalRound.Aggregate(plan, begin, [.. nodes.Select(node => LocalRound.Train(
                plan, node.Value, GlobalRound.WeightsFor(plan, begin, node.Key), round, null, node.Key, null, CancellationToken.None))]);
        }

        return checkpoint;
    }

    /// <summary>Harrell's C on patients that nobody trained on.</summary>
    public static double C(TrainingPlan plan, byte[] checkpoint)
    {
        var test = Node(99, 400);
        return Concordance.Harrell(test.Durations("OS"), test.Events("OS"), LocalRound.PredictRisk(plan, GlobalRound.ModelWeights(checkpoint), test)).C;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
