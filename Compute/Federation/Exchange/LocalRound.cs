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
    /// <param name="weights">The global weights, safetensors.</param>
    /// <param name="round">From 1.</param>
    /// <param name="epochs">1 or more; null for the plan's.</param>
    /// <param name="node">The node's name.</param>
    /// <param name="progress">Told after each epoch.</param>
    /// <param name="cancellation">Asked before each epoch.</param>
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
        CancellationToken cancellation)
    {
        using var scope = torch.NewDisposeScope();
        var request = new TrainRequest { Round = round, Epochs = epochs ?? plan.LocalEpochs, Node = node, ClientStep = StrategyCatalog.Find(plan.Strategy).ClientStep };
        var result = ModelCatalog.Find(plan.Model.Model)
            .Train(plan.Model, table, WeightsFile.Read(plan.Model, weights), request, progress, cancellation);
        return new WeightsUpdate
        {
            Node = node,
            Weights = WeightsFile.Write(result.State),
            NumExamples = result.NumExamples,
            Metrics = result.Metrics.Where(metric => double.IsFinite(metric.Value)).ToDictionary(metric => metric.Key, metric => metric.Value),
        };
    }

    /// <summary>The risk of each row, [n]; higher means an earlier event.</summary>
    /// <exception cref="ArgumentException">Plan, weights or table do not fit; the message says what.</exception>
    public static double[] PredictRisk(TrainingPlan plan, ReadOnlyMemory<byte> weights, FeatureTable table)
    {
        using var scope = torch.NewDisposeScope();
        return ModelCatalog.Find(plan.Model.Model).PredictRisk(plan.Model, WeightsFile.Read(plan.Model, weights), table);
    }

    /// <summary>Throws unless the plan's model can be made: a known model, options in range, inputs that have a scale.</summary>
    /// <exception cref="ArgumentException">It cannot; the message says what does not fit.</exception>
    public static void CheckModel(TrainingPlan plan)
    {
        using var scope = torch.NewDisposeScope();
        ModelCatalog.Find(plan.Model.Model).CreateState(plan.Model);
    }

    /// <summary>Throws unless the weights are a finite state of the plan's model.</summary>
    /// <exception cref="ArgumentException">They are not; the message names the tensor.</exception>
    public static void CheckWeights(TrainingPlan plan, ReadOnlyMemory<byte> weights)
    {
        using var scope = torch.NewDisposeScope();
        WeightsFile.Read(plan.Model, weights);
    }
}
