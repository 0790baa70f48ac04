using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Exchange;

/// <summary>The manager's half of a round: weights as bytes in, weights as bytes out. Tensors stay inside.</summary>
public static class GlobalRound
{
    /// <summary>The weights before the first round, safetensors; the same plan gives the same bytes.</summary>
    /// <exception cref="ArgumentException">The plan does not fit its model.</exception>
    public static byte[] InitialWeights(TrainingPlan plan)
    {
        using var scope = torch.NewDisposeScope();
        return WeightsFile.Write(ModelCatalog.Find(plan.Model.Model).CreateState(plan.Model));
    }

    /// <summary>Throws unless the update may enter the aggregate.</summary>
    /// <exception cref="ArgumentException">It is not safetensors, misshapen, not finite, or rests on nobody; the message says what.</exception>
    public static void Check(TrainingPlan plan, WeightsUpdate update)
    {
        using var scope = torch.NewDisposeScope();
        Decode(plan, update);
    }

    /// <summary>The next global weights.</summary>
    /// <param name="plan">Names the strategy.</param>
    /// <param name="global">The weights that the round began with.</param>
    /// <param name="updates">One or more, in any order: they are taken by node name.</param>
    /// <exception cref="ArgumentException">As for <see cref="Check"/>.</exception>
    public static byte[] Aggregate(TrainingPlan plan, ReadOnlyMemory<byte> global, IReadOnlyList<WeightsUpdate> updates)
    {
        using var scope = torch.NewDisposeScope();
        var decoded = updates.OrderBy(update => update.Node, StringComparer.Ordinal).Select(update => Decode(plan, update)).ToArray();
        return WeightsFile.Write(StrategyCatalog.Find(plan.Strategy).Aggregate(WeightsFile.Read(plan.Model, global), decoded));
    }

    private static ModelUpdate Decode(TrainingPlan plan, WeightsUpdate update) => update.NumExamples < 1
        ? throw new ArgumentException($"numExamples is {update.NumExamples}: expected 1 or more")
        : new ModelUpdate
        {
            Node = update.Node,
            State = WeightsFile.Read(plan.Model, update.Weights),
            NumExamples = update.NumExamples,
            Metrics = update.Metrics,
        };
}
