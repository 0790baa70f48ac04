using GenoMed.Fhir.Compute.Federation.Strategies;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Privacy;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Privacy;

/// <summary>
/// Differential privacy of nodes (DP-FedAvg: McMahan, Ramage, Talwar, Zhang, ICLR 2018): each update is clipped to the
/// L2 norm C, the m clipped updates count the same, and the mean gets Gaussian noise of standard deviation σ C / m.
/// Clip and noise are one thing, since the noise is scaled by the clip. A node is the unit that is protected: for a loss
/// that does not decompose over patients (DeepSurv's) there is no other. The noisy mean is all that the inner strategy
/// sees, so that its guarantee is that of the mean (post-processing); <see cref="RenyiAccountant"/> says how much is
/// spent. The node clips before it sends and keeps its metrics back; the manager clips again, adds the noise, and is
/// trusted not to look before. Buffers (running statistics) would leave without noise, so that models with any are refused.
/// </summary>
/// <param name="options">C and σ.</param>
/// <param name="inner">The strategy that gets the noisy mean.</param>
/// <param name="random">Gives the noise; null for the operating system's, which no plan's seed can repeat.</param>
internal sealed class GaussianMechanism(GaussianOptions options, IStrategy inner, ISecretRandom? random = null) : IStrategy
{
    private const string Mean = "mean";

    private readonly IStrategy _inner = inner.TakesOnlyTheMean
        ? inner
        : throw new ArgumentException($"'{inner.Name}' takes more of the updates than their mean: noise on the mean would not protect them.");

    private readonly ISecretRandom _random = random ?? new SecretRandom();

    public string Name => "gaussian";

    public string? Misfit(IModel model) => _inner.Misfit(model);

    public StrategyTensors Begin(ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> model) =>
        model.FirstOrDefault(entry => StateMath.IsBuffer(entry.Key, entry.Value)).Key is { } buffer
            ? throw new ArgumentException($"The model has the buffer '{buffer}', which would be averaged without noise.")
            : _inner.Begin(plan, model);

    public IClientHalf? CreateClientHalf(ClientContext context) => new Clipping(_inner.CreateClientHalf(context), context.Global, options.Clip);

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates)
    {
        var ordered = StateMath.Ordered(updates, Name);
        double[][] deltas = [.. ordered.Select(update => ClippedDelta.Of(global.Model, update.State, options.Clip))];
        var mean = new double[deltas[0].Length];
        for (var j = 0; j < mean.Length; j++)
        {
            mean[j] = (deltas.Sum(delta => delta[j]) + (options.Sigma * options.Clip * _random.Normal())) / ordered.Length;
        }

        var noisy = new ModelUpdate { Node = Mean, State = ClippedDelta.Added(global.Model, mean), NumExamples = ordered.Length };
        return _inner.Aggregate(global, [noisy]);
    }

    /// <summary>The inner half; then the update is clipped, and its metrics stay at the node.</summary>
    private sealed class Clipping(IClientHalf? half, IReadOnlyDictionary<string, torch.Tensor> begin, double clip) : IClientHalf
    {
        public void Adjust(IReadOnlyDictionary<string, torch.Tensor> parameters, IReadOnlyDictionary<string, torch.Tensor> global) =>
            half?.Adjust(parameters, global);

        public ClientResult Finish(TrainResult result)
        {
            var finished = half?.Finish(result) ?? new ClientResult(result, StrategyTensors.None.Returned);
            var state = ClippedDelta.Added(begin, ClippedDelta.Of(begin, finished.Training.State, clip));
            return finished with { Training = finished.Training with { State = state, Metrics = new Dictionary<string, double>() } };
        }
    }
}
