using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// Synthetic data sharing ("Improving synthetic data generation through federated learning in scarce and heterogeneous
/// data scenarios", Big Data and Cognitive Computing 2025, 9(2), 18): after each round the node with the most patients lends the others
/// its generator, and they train the next round on its invented rows beside their own, until they are as large as it is,
/// m_k = min(M, share · n_max - n_k). No row travels: the generator's state does, and each node draws its rows by itself.
/// The inner strategy averages; a node counts for its patients alone.
/// </summary>
internal sealed class SyntheticSharing(SyntheticSharingOptions options) : IStrategy
{
    private readonly IStrategy _inner = StrategyCatalog.Find(options.Inner);

    public string Name => "syntheticsharing";

    public bool InventsRows => true;

    public string? Misfit(IModel model) => model is IGenerator { TakesInventedRows: true }
        ? _inner.Misfit(model)
        : $"'{Name}' needs a generator that trains on rows; '{model.Name}' {(model.AddsUp ? "counts patients (strategy 'sum')" : "is none")}.";

    public StrategyTensors Begin(ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> model)
    {
        var tensors = _inner.Begin(plan, model);
        return tensors with { Shared = LentGenerator.None(model).AddTo(tensors.Shared) };
    }

    public IClientHalf CreateClientHalf(ClientContext context)
    {
        var (lent, rest) = LentGenerator.Take(context.Shared);
        var inner = _inner.CreateClientHalf(context with { Shared = rest });
        return new HalfWithRows(inner, lent.Invent(context, target => Math.Min(options.Rows, (options.Share * target) - context.Table.Count)));
    }

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates)
    {
        var ordered = StateMath.Ordered(updates, Name);
        var (before, rest) = LentGenerator.Take(global.Shared);
        var richest = ordered.MaxBy(update => update.NumExamples)!;
        var next = _inner.Aggregate(global with { Shared = rest }, ordered);
        // A round that the richest node missed: its generator of an earlier round is still that of more patients.
        var lent = before.Patients > richest.NumExamples ? before : LentGenerator.Of(richest);
        return next with { Shared = lent.AddTo(next.Shared) };
    }

    /// <summary>The inner strategy's half, with rows to train on.</summary>
    private sealed class HalfWithRows(IClientHalf? half, FeatureTable? invented) : IClientHalf
    {
        public FeatureTable? Invented => invented;

        public void Adjust(IReadOnlyDictionary<string, torch.Tensor> parameters, IReadOnlyDictionary<string, torch.Tensor> global) =>
            half?.Adjust(parameters, global);

        public ClientResult Finish(TrainResult result) => half?.Finish(result) ?? new ClientResult(result, StrategyTensors.None.Returned);
    }
}
