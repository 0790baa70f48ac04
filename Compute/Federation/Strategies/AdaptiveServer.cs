using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// The server optimiser of FedOpt (Reddi, Charles, Zaheer, Garrett, Rush, Konečný, Kumar, McMahan, ICLR 2021,
/// algorithm 2): with Δ the weighted mean of w_k - w, m ← β1 m + (1 - β1) Δ, v by the strategy's own rule from v = τ²,
/// w ← w + η m / (√v + τ). m and v are the server's tensors. Buffers are averaged.
/// </summary>
internal sealed class AdaptiveServer(AdaptiveOptions options, double learningRate, Func<torch.Tensor, torch.Tensor, torch.Tensor> second)
{
    private readonly double _learningRate = options.LearningRate ?? learningRate;

    private const string First = "m/";
    private const string Second = "v/";

    public StrategyTensors Begin(IReadOnlyDictionary<string, torch.Tensor> model) => new()
    {
        Server = Keyed(First, StateMath.Filled(model, 0)).Concat(Keyed(Second, StateMath.Filled(model, options.Tau * options.Tau))).ToDictionary(),
    };

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates, string strategy)
    {
        var ordered = StateMath.Ordered(updates, strategy);
        var mean = MeanInDouble(global.Model, ordered);
        var server = StateMath.Each(global.Server, (name, old) => name.StartsWith(First, StringComparison.Ordinal)
            ? (old * options.Beta1) + (Delta(name[First.Length..]) * (1 - options.Beta1))
            : second(old, Delta(name[Second.Length..])));
        return global with { Server = server, Model = StateMath.Each(global.Model, Next) };

        torch.Tensor Delta(string name) => mean[name] - global.Model[name].to(torch.float64);

        torch.Tensor Next(string name, torch.Tensor old) => StateMath.IsBuffer(name, old)
            ? mean[name]
            : old.to(torch.float64) + (server[First + name] / (server[Second + name].sqrt() + options.Tau) * _learningRate);
    }

    private Dictionary<string, torch.Tensor> MeanInDouble(IReadOnlyDictionary<string, torch.Tensor> model, ModelUpdate[] updates)
    {
        var weights = StateMath.Weights(updates, options.Weighting);
        return model.ToDictionary(entry => entry.Key, entry => StateMath.Sum(updates.Select((update, k) => (update.State[entry.Key], weights[k]))));
    }

    private static IEnumerable<KeyValuePair<string, torch.Tensor>> Keyed(string prefix, IReadOnlyDictionary<string, torch.Tensor> tensors) =>
        tensors.Select(entry => KeyValuePair.Create(prefix + entry.Key, entry.Value));
}
