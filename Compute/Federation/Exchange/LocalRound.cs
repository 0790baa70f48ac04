using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Exchange;

/// <summary>The node's half of a round: weights as bytes in, weights as bytes out. Tensors stay inside.</summary>
public static class LocalRound
{
    /// <summary>Trains from the given weights on one node's rows; the same arguments give the same bytes.</summary>
    /// <param name="plan">The training plan.</param>
    /// <param name="table">The node's rows.</param>
    /// <param name="weights">What <see cref="GlobalRound.WeightsFor"/> gave for this node, safetensors.</param>
    /// <param name="round">From 1.</param>
    /// <param name="epochs">1 or more; null for the plan's.</param>
    /// <param name="node">The node's name.</param>
    /// <param name="progress">Told after each epoch.</param>
    /// <param name="cancellation">Asked before each epoch.</param>
    /// <param name="minimumPatients">k: no count of fewer patients leaves the node. A node passes its own; 1 where exactness is tested.</param>
    /// <exception cref="ArgumentException">Plan, weights or table do not fit; the message says what.</exception>
    /// <exception cref="ArithmeticException">A loss was not finite.</exception>
    public static WeightsUpdate Train(
        TrainingPlan plan,
        FeatureTable table,
        ReadOnlyMemory<byte> weights,
        int round,
        int? epochs,
        string node,
        IProgress<TrainProgress>? progress,
        CancellationToken cancellation,
        int minimumPatients = 1)
    {
        using var scope = torch.NewDisposeScope();
        var strategy = StrategyCatalog.Find(plan);
        var (state, shared, own) = WeightsFile.ReadReceived(plan.Model, strategy, weights);
        var model = Suited(plan, strategy);
        var half = strategy.CreateClientHalf(new ClientContext(plan, table, state, shared, own) { Node = node, Round = round, MinimumPatients = minimumPatients });
        var request = new TrainRequest
        {
            Round = round,
            Epochs = epochs ?? plan.LocalEpochs,
            Node = node,
            ClientStep = half,
            Privacy = strategy.Privacy,
            Invented = half?.Invented,
            MinimumPatients = minimumPatients,
        };
        var result = model.Train(plan.Model, table, state, request, progress, cancellation);
        return Update(node, half?.Finish(result) ?? new ClientResult(result, StrategyTensors.None.Returned));
    }

    /// <summary>The risk of each row, [n]; higher means an earlier event.</summary>
    /// <exception cref="ArgumentException">Plan, weights or table do not fit; the message says what.</exception>
    public static double[] PredictRisk(TrainingPlan plan, ReadOnlyMemory<byte> weights, FeatureTable table)
    {
        using var scope = torch.NewDisposeScope();
        return ModelCatalog.Find(plan.Model.Model).PredictRisk(plan.Model, WeightsFile.ReadModel(plan.Model, weights), table);
    }

    /// <summary>Throws unless the plan's model can be made: a known model, options in range, inputs that have a scale.</summary>
    /// <exception cref="ArgumentException">It cannot; the message says what does not fit.</exception>
    public static void CheckModel(TrainingPlan plan)
    {
        using var scope = torch.NewDisposeScope();
        Suited(plan, StrategyCatalog.Find(plan)).CreateState(plan.Model);
    }

    /// <summary>Throws unless the weights hold a finite state of the plan's model.</summary>
    /// <exception cref="ArgumentException">They do not; the message names the tensor.</exception>
    public static void CheckWeights(TrainingPlan plan, ReadOnlyMemory<byte> weights)
    {
        using var scope = torch.NewDisposeScope();
        WeightsFile.ReadModel(plan.Model, weights);
    }

    private static IModel Suited(TrainingPlan plan, IStrategy strategy)
    {
        var model = ModelCatalog.Find(plan.Model.Model);
        StrategyCatalog.Require(strategy, model);
        if (strategy.Privacy is not null)
        {
            model.CheckPrivacy(plan.Model);
        }

        return model;
    }

    private static WeightsUpdate Update(string node, ClientResult result) => new()
    {
        Node = node,
        Weights = WeightsFile.WriteUpdate(result.Training.State, result.Returned),
        NumExamples = result.Training.NumExamples,
        Metrics = result.Training.Metrics.Where(metric => double.IsFinite(metric.Value)).ToDictionary(metric => metric.Key, metric => metric.Value),
    };
}
