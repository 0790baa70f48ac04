using TorchSharp.Modules;

namespace TorchSharp.Optimizers;

/// <summary>What Adam and AdamW share: moments, bias correction and the fused step.</summary>
public abstract class AdamBase : torch.optim.Optimizer
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
        var state = _states[index] ??= new State(parameter, _amsgrad);
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

    private AdamOptions Options(int steps)
    {
        var (beta1, beta2, eps, decay) = _options;
        var size = LearningRate / (1 - Math.Pow(beta1, steps));
        var root = Math.Sqrt(1 - Math.Pow(beta2, steps));
        return new AdamOptions(size, beta1, beta2, eps, root, _decoupled ? 0 : decay, _decoupled ? 1 - (LearningRate * decay) : 1, _maximize ? -1 : 1, _amsgrad);
    }

    private sealed class State(torch.Tensor parameter, bool amsgrad)
    {
        internal int Steps { get; set; }

        internal torch.Tensor First { get; } = torch.zeros_like(parameter).DetachFromDisposeScope();

        internal torch.Tensor Second { get; } = torch.zeros_like(parameter).DetachFromDisposeScope();

        internal torch.Tensor? Largest { get; } = amsgrad ? torch.zeros_like(parameter).DetachFromDisposeScope() : null;
    }
}
