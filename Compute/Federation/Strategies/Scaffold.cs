using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// SCAFFOLD (Karimireddy, Kale, Mohri, Reddi, Stich, Suresh, ICML 2020, algorithm 1): each local gradient is corrected by
/// c - c_i, so that nodes with other patients do not drift apart. c_i is the mean gradient of node i in its last round;
/// for SGD that is the paper's option II, c_i - c + (w - w_i) / (K η), and it means the same under any optimiser.
/// Server: w ← w + η_g Σ_i p_i (w_i - w), and c = Σ_i p_i c_i over the nodes that have answered so far. The manager
/// keeps c and every c_i; a node gets c and its own c_i and keeps nothing.
/// </summary>
internal sealed class Scaffold(ScaffoldOptions options) : IStrategy
{
    private const string Examples = "examples";
    private const string Control = "c/";

    public string Name => "scaffold";

    public StrategyTensors Begin(ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> model)
    {
        var control = Controls(StateMath.Filled(model, 0));
        return new StrategyTensors
        {
            Shared = control,
            Own = control.Append(KeyValuePair.Create(Examples, torch.zeros([1], torch.float64))).ToDictionary(),
            Returned = control,
        };
    }

    public IClientHalf? CreateClientHalf(ClientContext context) => new ControlVariates(context.Shared, context.Own);

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates)
    {
        var ordered = StateMath.Ordered(updates, Name);
        var weights = StateMath.Weights(ordered, options.Weighting);
        var nodes = new Dictionary<string, IReadOnlyDictionary<string, torch.Tensor>>(global.Nodes);
        foreach (var update in ordered)
        {
            nodes[update.Node] = update.Returned.Append(KeyValuePair.Create(Examples, torch.tensor(new[] { (double)update.NumExamples }))).ToDictionary();
        }

        return global with { Model = StateMath.Each(global.Model, Next), Nodes = nodes, Shared = Mean(global.Shared, nodes) };

        torch.Tensor Next(string name, torch.Tensor old)
        {
            var mean = StateMath.Sum(ordered.Select((update, k) => (update.State[name], weights[k])));
            var begin = old.to(torch.float64);
            return StateMath.IsBuffer(name, old) ? mean : begin + ((mean - begin) * options.LearningRate);
        }
    }

    public static string Key(string parameter) => Control + parameter;

    public static Dictionary<string, torch.Tensor> Controls(IEnumerable<KeyValuePair<string, torch.Tensor>> tensors) =>
        tensors.ToDictionary(entry => Key(entry.Key), entry => entry.Value);

    private IReadOnlyDictionary<string, torch.Tensor> Mean(
        IReadOnlyDictionary<string, torch.Tensor> shared, Dictionary<string, IReadOnlyDictionary<string, torch.Tensor>> nodes)
    {
        var known = nodes.OrderBy(node => node.Key, StringComparer.Ordinal).Select(node => node.Value).ToArray();
        double[] examples = [.. known.Select(own => options.Weighting == NodeWeighting.Equal ? 1 : own[Examples].item<double>())];
        return StateMath.Each(shared, (name, _) => StateMath.Sum(known.Select((own, i) => (own[name], examples[i] / examples.Sum()))));
    }
}
