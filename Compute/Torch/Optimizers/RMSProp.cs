namespace TorchSharp.Modules;

/// <summary>
/// Hinton 2012, lecture 6e of "Neural networks for machine learning": v ← α·v + (1 − α)·g²; θ ← θ − lr·g / (√v + ε).
/// Centred (Graves 2013) it divides by √(v − mean(g)²) + ε; with momentum the step is b ← momentum·b + that quotient.
/// </summary>
public class RMSProp : OptimizerHelper
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
        var state = _states[index] ??= State.Before(parameter, _options.Momentum > 0, _kind.IsCentered);
        var g = _kind.Maximize ? gradient.neg() : gradient;
        g = _options.Decay == 0 ? g : g + (parameter * _options.Decay);
        var quotient = g / (Spread(state, g).sqrt() + _options.Epsilon);
        parameter.sub_((state.Momentum?.mul_(_options.Momentum).add_(quotient) ?? quotient) * LearningRate);
    }

    private protected override IReadOnlyList<string> Names =>
        ["square_avg", .. _options.Momentum > 0 ? (string[])["momentum_buffer"] : [], .. _kind.IsCentered ? (string[])["grad_avg"] : []];

    private protected override Dictionary<string, torch.Tensor> StateOf(int index) => _states[index] is not { } state ? []
        : Names.Zip(new[] { state.Square, state.Momentum, state.Mean }.OfType<torch.Tensor>()).ToDictionary(pair => pair.First, pair => pair.Second);

    private protected override void Restore(int index, Parameter parameter, IReadOnlyDictionary<string, torch.Tensor> state) => _states[index] = state.Count == 0 ? null
        : new State(Kept(state["square_avg"]), _options.Momentum > 0 ? Kept(state["momentum_buffer"]) : null, _kind.IsCentered ? Kept(state["grad_avg"]) : null);

    private torch.Tensor Spread(State state, torch.Tensor g)
    {
        var square = state.Square.mul_(_options.Alpha).add_(g * g * (1 - _options.Alpha));
        return state.Mean?.mul_(_options.Alpha).add_(g * (1 - _options.Alpha)) is { } mean ? square - (mean * mean) : square;
    }

    private sealed record State(torch.Tensor Square, torch.Tensor? Momentum, torch.Tensor? Mean)
    {
        internal static State Before(torch.Tensor parameter, bool hasMomentum, bool isCentered) =>
            new(Zeros(parameter), hasMomentum ? Zeros(parameter) : null, isCentered ? Zeros(parameter) : null);

        private static torch.Tensor Zeros(torch.Tensor parameter) => torch.zeros_like(parameter).DetachFromDisposeScope();
    }
}
