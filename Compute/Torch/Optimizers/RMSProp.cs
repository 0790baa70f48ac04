namespace TorchSharp.Modules;

/// <summary>
/// Hinton 2012, lecture 6e of "Neural networks for machine learning": v ← α·v + (1 − α)·g²; θ ← θ − lr·g / (√v + ε).
/// Centred (Graves 2013) it divides by √(v − mean(g)²) + ε; with momentum the step is b ← momentum·b + that quotient.
/// </summary>
public class RMSProp : torch.optim.Optimizer
{
    private readonly State?[] _states;
    private readonly (double Alpha, double Epsilon, double Decay, double Momentum) _options;
    private readonly (bool IsCentered, bool Maximize) _kind;

    public RMSProp(IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0.0, bool centered = false, bool maximize = false)
        : base(parameters, lr)
    {
        Require(alpha >= 0, nameof(alpha), alpha);
        Require(eps >= 0, nameof(eps), eps);
        Require(weight_decay >= 0, nameof(weight_decay), weight_decay);
        Require(momentum >= 0, nameof(momentum), momentum);
        _options = (alpha, eps, weight_decay, momentum);
        _kind = (centered, maximize);
        _states = new State?[this.parameters().Count()];
    }

    private protected override void Step(int index, Parameter parameter, torch.Tensor gradient)
    {
        using var scope = torch.NewDisposeScope();
        var state = _states[index] ??= new State(parameter, _options.Momentum > 0, _kind.IsCentered);
        var g = _kind.Maximize ? gradient.neg() : gradient;
        g = _options.Decay == 0 ? g : g + (parameter * _options.Decay);
        var quotient = g / (Spread(state, g).sqrt() + _options.Epsilon);
        parameter.sub_((state.Momentum?.mul_(_options.Momentum).add_(quotient) ?? quotient) * LearningRate);
    }

    private torch.Tensor Spread(State state, torch.Tensor g)
    {
        var square = state.Square.mul_(_options.Alpha).add_(g * g * (1 - _options.Alpha));
        return state.Mean?.mul_(_options.Alpha).add_(g * (1 - _options.Alpha)) is { } mean ? square - (mean * mean) : square;
    }

    private sealed class State(torch.Tensor parameter, bool hasMomentum, bool isCentered)
    {
        internal torch.Tensor Square { get; } = torch.zeros_like(parameter).DetachFromDisposeScope();

        internal torch.Tensor? Momentum { get; } = hasMomentum ? torch.zeros_like(parameter).DetachFromDisposeScope() : null;

        internal torch.Tensor? Mean { get; } = isCentered ? torch.zeros_like(parameter).DetachFromDisposeScope() : null;
    }
}
