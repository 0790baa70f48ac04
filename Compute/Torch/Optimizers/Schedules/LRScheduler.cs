namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Changes an optimizer's learning rate, epoch by epoch. Epoch 0 is set when it is made.</summary>
            public abstract class LRScheduler
            {
                private readonly ILearningRateController[] _groups;
                private int _epoch;

                private protected LRScheduler(Optimizer optimizer, int last_epoch)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    _groups = [.. optimizer.ParamGroups];
                    _epoch = last_epoch;
                }

                /// <summary>The next epoch.</summary>
                public virtual void step() => step(null);

                /// <summary>The given epoch, or the next one.</summary>
                public virtual void step(int? epoch)
                {
                    _epoch = epoch ?? (_epoch + 1);
                    foreach (var group in _groups)
                    {
                        group.LearningRate = Rate(group, _epoch);
                    }
                }

                /// <summary>The next epoch, with the value of a metric that most schedules ignore.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The learning rates set last.</summary>
                public IEnumerable<double> get_last_lr() => _groups.Select(group => group.LearningRate);

                private protected abstract double Rate(ILearningRateController group, int epoch);
            }
        }
    }
}
