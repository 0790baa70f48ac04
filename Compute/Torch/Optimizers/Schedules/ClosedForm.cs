using static TorchSharp.torch.optim;

namespace TorchSharp.Optimizers;

/// <summary>A learning rate that is a function of the initial one and the epoch.</summary>
internal sealed class ClosedForm : lr_scheduler.LRScheduler
{
    private readonly Func<double, int, double> _rate;

    internal ClosedForm(Optimizer optimizer, Func<double, int, double> rate, int last_epoch)
        : base(optimizer, last_epoch)
    {
        _rate = rate;
        step();
    }

    private protected override double Rate(ILearningRateController group, int epoch) => _rate(group.InitialLearningRate, epoch);
}
