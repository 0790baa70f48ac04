using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            private readonly Parameter[] _parameters;
            private readonly ParamGroup[] _groups;

            private protected Optimizer(IEnumerable<Parameter> parameters, double lr)
            {
                _parameters = [.. parameters];
                _groups = [new ParamGroup(lr)];
                if (_parameters.Length == 0)
                {
                    throw new ArgumentException("An optimizer needs at least one parameter.");
                }

                Require(lr >= 0, nameof(lr), lr);
            }

            public virtual IEnumerable<ILearningRateController> ParamGroups => _groups;

            private protected double LearningRate => _groups[0].LearningRate;

            public virtual IEnumerable<Parameter> parameters() => _parameters;

            public virtual void zero_grad()
            {
                foreach (var parameter in _parameters)
                {
                    Optimizers.Gradients.Clear(parameter, toNone: true);
                }
            }

            /// <summary>One step of every parameter that has a gradient; a closure computes loss and gradients first.</summary>
            public virtual Tensor? step(Func<Tensor>? closure = null)
            {
                var loss = closure?.Invoke();
                using var mode = no_grad();
                BeginStep();
                for (var i = 0; i < _parameters.Length; i++)
                {
                    if (_parameters[i].Meta?.Gradient is { } gradient)
                    {
                        Step(i, _parameters[i], gradient);
                        _parameters[i].Storage.Version++;
                    }
                }

                return loss;
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                // The buffers of the state are plain arrays.
            }

            private protected virtual void BeginStep()
            {
            }

            private protected abstract void Step(int index, Parameter parameter, Tensor gradient);

            private protected static void Require(bool holds, string name, double value)
            {
                if (!holds)
                {
                    throw new ArgumentException($"Invalid {name}: {value}");
                }
            }

            private sealed class ParamGroup(double lr) : ILearningRateController
            {
                public double LearningRate { get; set; } = lr;

                public double InitialLearningRate { get; set; } = lr;
            }
        }

        /// <summary>Where a schedule changes the learning rate.</summary>
        public interface ILearningRateController
        {
            double LearningRate { get; set; }

            double InitialLearningRate { get; set; }
        }
    }
}
