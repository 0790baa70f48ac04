using GenoMed.Fhir.Compute.Models;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>
/// FedNova (Wang, Liu, Liang, Joshi, Poor, NeurIPS 2020, eq. 6): nodes that took more local steps must not pull more.
/// With τ_k the steps of node k and d_k = (w - w_k) / τ_k, w ← w - (Σ_k p_k τ_k) Σ_k p_k d_k. The paper's ‖a_k‖₁ is τ_k
/// for plain SGD; for Adam, whose steps are of about one size, τ_k serves as well. A node without a step counts as
/// having stayed where it was.
/// </summary>
internal sealed class FedNova(AveragingOptions options) : IStrategy
{
    private const string Steps = "steps";

    public string Name => "fednova";

    public StrategyTensors Begin(ModelPlan plan, IReadOnlyDictionary<string, torch.Tensor> model) =>
        new() { Returned = new Dictionary<string, torch.Tensor> { [Steps] = torch.zeros([1], torch.float64) } };

    public IClientHalf? CreateClientHalf(ClientContext context) => new StepCounter();

    public RoundState Aggregate(RoundState global, IReadOnlyList<ModelUpdate> updates)
    {
        var ordered = StateMath.Ordered(updates, Name);
        var weights = StateMath.Weights(ordered, options.Weighting);
        double[] steps = [.. ordered.Select(CheckedSteps)];
        var effective = steps.Zip(weights, (tau, weight) => tau * weight).Sum();
        double[] factors = [.. steps.Zip(weights, (tau, weight) => tau == 0 ? 0 : weight * effective / tau)];
        var mean = StateMath.Mean(global.Model, ordered, weights);
        return global with { Model = StateMath.Each(global.Model, Next) };

        torch.Tensor Next(string name, torch.Tensor old)
        {
            if (StateMath.IsBuffer(name, old))
            {
                return mean[name];
            }

            var begin = old.to(torch.float64);
            return begin + StateMath.Sum(ordered.Select((update, k) => (update.State[name].to(torch.float64) - begin, factors[k])));
        }
    }

    private static double CheckedSteps(ModelUpdate update)
    {
        var steps = update.Returned[Steps].item<double>();
        return steps >= 0 && steps == Math.Floor(steps) ? steps : throw new ArgumentException($"{update.Node} returned {steps} steps: expected a count.");
    }

    private sealed class StepCounter : IClientHalf
    {
        private long _steps;

        public void Adjust(IReadOnlyDictionary<string, torch.Tensor> parameters, IReadOnlyDictionary<string, torch.Tensor> global) => _steps++;

        public ClientResult Finish(TrainResult result) =>
            new(result, new Dictionary<string, torch.Tensor> { [Steps] = torch.tensor(new[] { (double)_steps }) });
    }
}
