using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// For federations where a node lacks a feature altogether. Such a node never trains the weights that read the feature,
/// and a plain average dilutes what the others learned. Here each column j of a tensor that reads the inputs is
/// averaged over the nodes K_j that have the feature, w_j = Σ_{k ∈ K_j} n_k w_kj / Σ_{k ∈ K_j} n_k, and stands in the
/// updates of the nodes that lack it; any strategy then follows. A column that no node has stays as it was.
/// </summary>
internal sealed class FeatureWise(IStrategy inner) : IStrategy
{
    private const string Columns = "columns/";

    public string Name => "featurewise";

    public bool InventsRows => inner.InventsRows;

    public string? Misfit(IModel model) => inner.Misfit(model);

    public StrategyTensors Begin(ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> model)
    {
        var tensors = inner.Begin(plan, model);
        var columns = ModelCatalog.Find(plan.Model).InputTensors(plan).Select(name => KeyValuePair.Create(Columns + name, torch.zeros([model[name].shape[1]], torch.float64)));
        return tensors with { Returned = tensors.Returned.Concat(columns).ToDictionary() };
    }

    public IClientHalf? CreateClientHalf(ClientContext context) =>
        new ColumnReport(inner.CreateClientHalf(context), HeldColumns.Of(context.Plan.Model, context.Table), ModelCatalog.Find(context.Plan.Model.Model).InputTensors(context.Plan.Model));

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates)
    {
        var ordered = StateMath.Ordered(updates, Name);
        var filled = ordered.Select(update => Filled(update, ordered, global.Model)).ToArray();
        return inner.Aggregate(global, filled);
    }

    private static ModelUpdate Filled(ModelUpdate update, ModelUpdate[] all, IReadOnlyDictionary<string, torch.Tensor> global)
    {
        var state = update.State.ToDictionary();
        foreach (var name in update.Returned.Keys.Where(key => key.StartsWith(Columns, StringComparison.Ordinal)).Select(key => key[Columns.Length..]))
        {
            state[name] = Filled(name, update, all, global[name]);
        }

        return update with { State = state, Returned = update.Returned.Where(entry => !entry.Key.StartsWith(Columns, StringComparison.Ordinal)).ToDictionary() };
    }

    private static torch.Tensor Filled(string name, ModelUpdate update, ModelUpdate[] all, torch.Tensor global)
    {
        using var scope = torch.NewDisposeScope();
        var held = update.Returned[Columns + name];
        var total = StateMath.Sum(all.Select(node => (node.Returned[Columns + name], (double)node.NumExamples)));
        var sum = StateMath.Sum(all.Select(node => (node.State[name].to(torch.float64) * node.Returned[Columns + name], (double)node.NumExamples)));
        var known = total.gt(0).to(torch.float64);
        var others = (sum / (total + (1 - known)) * known) + (global.to(torch.float64) * (1 - known));
        return ((update.State[name].to(torch.float64) * held) + (others * (1 - held))).to(global.dtype).DetachFromDisposeScope();
    }

    /// <summary>The inner strategy's half, and 1 for each column whose feature the node has, 0 for the others.</summary>
    private sealed class ColumnReport(IClientHalf? half, double[] held, IReadOnlyList<string> tensors) : IClientHalf
    {
        public FeatureTable? Invented => half?.Invented;

        public void Adjust(IReadOnlyDictionary<string, torch.Tensor> parameters, IReadOnlyDictionary<string, torch.Tensor> global) =>
            half?.Adjust(parameters, global);

        public ClientResult Finish(TrainResult result)
        {
            var finished = half?.Finish(result) ?? new ClientResult(result, StrategyTensors.None.Returned);
            var columns = tensors.Select(name => KeyValuePair.Create(Columns + name, torch.tensor(held)));
            return finished with { Returned = finished.Returned.Concat(columns).ToDictionary() };
        }
    }
}
