namespace TorchSharp.Modules;

/// <summary>v ← momentum·v + (1 − dampening)·g; θ ← θ − lr·v, or θ − lr·(g + momentum·v) with Nesterov's momentum.</summary>
public class SGD : OptimizerHelper
{
    private readonly torch.Tensor?[] _velocities;
    private readonly (double Momentum, double Dampening, double Decay) _options;
    private readonly bool _nesterov;
    private readonly bool _maximize;

    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : base(parameters, lr)
    {
        Require(momentum >= 0, nameof(momentum), momentum);
        Require(weight_decay >= 0, nameof(weight_decay), weight_decay);
        Require(!nesterov || (momentum > 0 && dampening == 0), nameof(nesterov), momentum);
        _options = (momentum, dampening, weight_decay);
        (_nesterov, _maximize) = (nesterov, maximize);
        _velocities = new torch.Tensor?[this.parameters().Count()];
    }

    private protected override void Step(int index, Parameter parameter, torch.Tensor gradient)
    {
        using var scope = torch.NewDisposeScope();
        var g = _maximize ? gradient.neg() : gradient;
        g = _options.Decay == 0 ? g : g + (parameter * _options.Decay);
        parameter.sub_((_options.Momentum == 0 ? g : Direction(index, g)) * LearningRate);
    }

    private protected override IReadOnlyList<string> Names => _options.Momentum == 0 ? [] : ["momentum_buffer"];

    private protected override Dictionary<string, torch.Tensor> StateOf(int index) =>
        _velocities[index] is { } velocity ? new() { ["momentum_buffer"] = velocity } : [];

    private protected override void Restore(int index, Parameter parameter, IReadOnlyDictionary<string, torch.Tensor> state) =>
        _velocities[index] = state.Count == 0 ? null : Kept(state["momentum_buffer"]);

    private torch.Tensor Direction(int index, torch.Tensor g)
    {
        if (_velocities[index] is not { } velocity)
        {
            velocity = _velocities[index] = g.clone().DetachFromDisposeScope();
        }
        else
        {
            velocity.mul_(_options.Momentum).add_(g * (1 - _options.Dampening));
        }

        return _nesterov ? g + (velocity * _options.Momentum) : velocity;
    }
}
