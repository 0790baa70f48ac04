using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Privacy;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Privacy;

/// <summary>
/// Differential privacy of patients by DP-SGD at each node (<see cref="ExamplePrivacy"/>), around any strategy: what
/// leaves a node is made from noisy gradients, and the rest is post-processing. No trust in the manager is needed.
/// <see cref="RenyiAccountant"/> says what is spent, with q the share of the node's patients in a batch and one step for
/// each batch of all rounds. The number of examples and the statistics before training are not part of the guarantee;
/// metrics stay at the node, but for <c>epsilon</c>: what all rounds of the plan spend for a patient of this node.
/// </summary>
internal sealed class ExampleGaussian(ExampleGaussianOptions options, IStrategy inner) : IStrategy
{
    private readonly IStrategy _inner = inner.InventsRows
        ? throw new ArgumentException($"'{inner.Name}' has nodes train on invented rows: what 'dpsgd' says is spent would not be true of them.")
        : inner;

    public string Name => "dpsgd";

    public ExamplePrivacy? Privacy => new() { Clip = options.Clip, NoiseMultiplier = options.Sigma };

    public string? Misfit(IModel model) => _inner.Misfit(model);

    public StrategyTensors Begin(ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> model) => _inner.Begin(plan, model);

    public IClientHalf? CreateClientHalf(ClientContext context) => new Silent(_inner.CreateClientHalf(context), options, context.Plan.Rounds);

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates) => _inner.Aggregate(global, updates);

    /// <summary>The inner half; its metrics, which are the patients' own, stay at the node.</summary>
    private sealed class Silent(IClientHalf? half, ExampleGaussianOptions options, int rounds) : IClientHalf
    {
        public void Adjust(IReadOnlyDictionary<string, torch.Tensor> parameters, IReadOnlyDictionary<string, torch.Tensor> global) =>
            half?.Adjust(parameters, global);

        public ClientResult Finish(TrainResult result)
        {
            var finished = half?.Finish(result) ?? new ClientResult(result, StrategyTensors.None.Returned);
            return finished with { Training = finished.Training with { Metrics = Epsilon(result.Spent) } };
        }

        private Dictionary<string, double> Epsilon(PrivacySpent? spent) => spent is null ? [] : new Dictionary<string, double>
        {
            ["epsilon"] = RenyiAccountant.Epsilon(options.Sigma, spent.Sampling, rounds * spent.Steps, options.Delta, spent.FirstRoundCounts),
        };
    }
}
