using TorchSharp.Modules;

namespace TorchSharp.Optimizers;

/// <summary>What Adam and AdamW share: moments, bias correction and the fused step.</summary>
public abstract class AdamBase : OptimizerHelper
{
    private readonly State?[] _states;
    private readonly (double Beta1, double Beta2, double Epsilon, double Decay) _options;
    private readonly bool _amsgrad;
    private readonly bool _maximize;
    private readonly bool _decoupled;

    private protected AdamBase(IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad, bool maximize, bool decoupled)
        : base(parameters, lr)
    {
        Require(beta1 is >= 0 and < 1, nameof(beta1), beta1);
        Require(beta2 is >= 0 and < 1, nameof(beta2), beta2);
        Require(eps >= 0, nameof(eps), eps);
        Require(weight_decay >= 0, nameof(weight_decay), weight_decay);
        _options = (beta1, beta2, eps, weight_decay);
        (_amsgrad, _maximize, _decoupled) = (amsgrad, maximize, decoupled);
        _states = new State?[this.parameters().Count()];
    }

    private protected override void Step(int index, Parameter parameter, torch.Tensor gradient)
    {
        var state = _states[index] ??= State.Before(parameter, _amsgrad);
        var options = Options(++state.Steps);
        var slope = gradient.Ordered();
        if (parameter.dtype == torch.ScalarType.Float32)
        {
            AdamStep.Run(parameter.Span<float>(), slope.Span<float>(), state.First.Span<float>(), state.Second.Span<float>(), state.Largest is null ? [] : state.Largest.Span<float>(), options);
        }
        else
        {
            AdamStep.Run(parameter.Span<double>(), slope.Span<double>(), state.First.Span<double>(), state.Second.Span<double>(), state.Largest is null ? [] : state.Largest.Span<double>(), options);
        }
    }

    private protected override IReadOnlyList<string> Names => ["step", "exp_avg", "exp_avg_sq", .. _amsgrad ? (string[])["max_exp_avg_sq"] : []];

    private protected override Dictionary<string, torch.Tensor> StateOf(int index) => _states[index] is not { } state ? []
        : Names.Zip([torch.tensor((long)state.Steps), state.First, state.Second, .. state.Largest is { } largest ? (torch.Tensor[])[largest] : []]).ToDictionary(pair => pair.First, pair => pair.Second);

    private protected override void Restore(int index, Parameter parameter, IReadOnlyDictionary<string, torch.Tensor> state) => _states[index] = state.Count == 0 ? null
        : new State(Kept(state["exp_avg"]), Kept(state["exp_avg_sq"]), _amsgrad ? Kept(state["max_exp_avg_sq"]) : null) { Steps = state["step"].ToInt32() };

    private AdamOptions Options(int steps)
    {
        var (beta1, beta2, eps, decay) = _options;
        var size = LearningRate / (1 - Math.Pow(beta1, steps));
        var root = Math.Sqrt(1 - Math.Pow(beta2, steps));
        return new AdamOptions(size, beta1, beta2, eps, root, _decoupled ? 0 : decay, _decoupled ? 1 - (LearningRate * decay) : 1, _maximize ? -1 : 1, _amsgrad);
    }

    private sealed record State(torch.Tensor First, torch.Tensor Second, torch.Tensor? Largest)
    {
        internal int Steps { get; set; }

        internal static State Before(torch.Tensor parameter, bool amsgrad) => new(Zeros(parameter), Zeros(parameter), amsgrad ? Zeros(parameter) : null);

        private static torch.Tensor Zeros(torch.Tensor parameter) => torch.zeros_like(parameter).DetachFromDisposeScope();
    }
}
