using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Exchange;

/// <summary>
/// The manager's half of a round: bytes in, bytes out. Tensors stay inside. Between rounds the manager keeps one
/// checkpoint: the model and what the strategy has beside it.
/// </summary>
public static class GlobalRound
{
    /// <summary>The checkpoint before the first round, safetensors; the same plan gives the same bytes.</summary>
    /// <exception cref="ArgumentException">The plan does not fit its model.</exception>
    public static byte[] InitialWeights(TrainingPlan plan)
    {
        using var scope = torch.NewDisposeScope();
        var (strategy, model) = (StrategyCatalog.Find(plan), ModelCatalog.Find(plan.Model.Model));
        StrategyCatalog.Require(strategy, model);
        return WeightsFile.Write(RoundState.Begin(strategy, plan.Model, model.CreateState(plan.Model)));
    }

    /// <summary>What one node gets of a checkpoint: the model, what all nodes get, and what is this node's own.</summary>
    /// <exception cref="ArgumentException">It is not a checkpoint of this plan; the message names the tensor.</exception>
    public static byte[] WeightsFor(TrainingPlan plan, ReadOnlyMemory<byte> checkpoint, string node)
    {
        using var scope = torch.NewDisposeScope();
        var strategy = StrategyCatalog.Find(plan);
        var state = WeightsFile.Read(plan.Model, strategy, checkpoint);
        return WeightsFile.WriteFor(state, state.Nodes.TryGetValue(node, out var own) ? own : strategy.Begin(plan.Model, state.Model).Own);
    }

    /// <summary>The model of a checkpoint, without what the strategy has beside it.</summary>
    /// <exception cref="ArgumentException">It is not safetensors.</exception>
    public static byte[] ModelWeights(byte[] checkpoint)
    {
        using var scope = torch.NewDisposeScope();
        return WeightsFile.ModelOnly(checkpoint);
    }

    /// <summary>Throws unless the update may enter the aggregate.</summary>
    /// <exception cref="ArgumentException">It is not safetensors, misshapen, not finite, or rests on nobody; the message says what.</exception>
    public static void Check(TrainingPlan plan, WeightsUpdate update)
    {
        using var scope = torch.NewDisposeScope();
        Decode(plan, StrategyCatalog.Find(plan), update);
    }

    /// <summary>The next checkpoint.</summary>
    /// <param name="plan">Names the strategy.</param>
    /// <param name="checkpoint">What the round began with.</param>
    /// <param name="updates">One or more, in any order: they are taken by node name.</param>
    /// <exception cref="ArgumentException">As for <see cref="Check"/>.</exception>
    public static byte[] Aggregate(TrainingPlan plan, ReadOnlyMemory<byte> checkpoint, IReadOnlyList<WeightsUpdate> updates)
    {
        using var scope = torch.NewDisposeScope();
        var strategy = StrategyCatalog.Find(plan);
        var decoded = updates.OrderBy(update => update.Node, StringComparer.Ordinal).Select(update => Decode(plan, strategy, update)).ToArray();
        return WeightsFile.Write(strategy.Aggregate(WeightsFile.Read(plan.Model, strategy, checkpoint), decoded));
    }

    private static ModelUpdate Decode(TrainingPlan plan, IStrategy strategy, WeightsUpdate update)
    {
        if (update.NumExamples < 1)
        {
            throw new ArgumentException($"numExamples is {update.NumExamples}: expected 1 or more");
        }

        var (model, returned) = WeightsFile.ReadUpdate(plan.Model, strategy, update.Weights);
        return new ModelUpdate { Node = update.Node, State = model, Returned = returned, NumExamples = update.NumExamples, Metrics = update.Metrics };
    }
}
