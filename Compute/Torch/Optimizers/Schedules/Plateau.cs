using static TorchSharp.torch.optim;

namespace TorchSharp.Optimizers;

/// <summary>Multiplies the learning rate by a factor when a metric has not improved for more than some epochs.</summary>
internal sealed class Plateau : lr_scheduler.LRScheduler
{
    private readonly PlateauRule _rule;
    private double _best;
    private int _bad;
    private int _rest;
    private bool _reduces;

    internal Plateau(Optimizer optimizer, PlateauRule rule)
        : base(optimizer, -1)
    {
        _rule = rule;
        _best = rule.IsMinimum ? double.PositiveInfinity : double.NegativeInfinity;
    }

    public override void step() => step((int?)null);

    public override void step(int? epoch) => throw new InvalidOperationException("ReduceLROnPlateau: pass the value of the metric, step(double).");

    public override void step(double current, int? epoch = null)
    {
        var improves = IsBetter(current);
        _best = improves ? current : _best;
        _bad = improves || _rest > 0 ? 0 : _bad + 1;
        _rest = Math.Max(0, _rest - 1);
        _reduces = _bad > _rule.Patience;
        if (_reduces)
        {
            (_rest, _bad) = (_rule.Cooldown, 0);
        }

        base.step(epoch);
    }

    private protected override double Rate(ILearningRateController group, int epoch)
    {
        var lower = Math.Max(group.LearningRate * _rule.Factor, _rule.Minimum);
        return _reduces && group.LearningRate - lower > _rule.Epsilon ? lower : group.LearningRate;
    }

    private bool IsBetter(double value)
    {
        var margin = _rule.IsRelative && double.IsFinite(_best) ? _rule.Threshold * _best : _rule.IsRelative ? 0 : _rule.Threshold;
        return _rule.IsMinimum ? value < _best - margin : value > _best + margin;
    }
}
