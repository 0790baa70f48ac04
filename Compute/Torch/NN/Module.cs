namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A part of a model: parameters, buffers and further modules, by name.</summary>
        public partial class Module : IDisposable
        {
            private readonly string _name;
            private bool _isTraining = true;

            protected Module(string name) => _name = name;

            /// <summary>Whether dropout drops and batch norm measures; true until eval().</summary>
            public virtual bool training => _isTraining;

            public virtual string GetName() => _name;

            public virtual void train(bool train = true)
            {
                _isTraining = train;
                foreach (var (_, module) in named_children())
                {
                    module.train(train);
                }
            }

            public virtual void eval() => train(false);

            /// <summary>Calls <paramref name="fn"/> on the modules within, then on this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, module) in named_children())
                {
                    module.apply(fn);
                }

                fn(this);
                return this;
            }

            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var (_, parameter) in named_parameters())
                {
                    Optimizers.Gradients.Clear(parameter, set_to_none);
                }
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                foreach (var (_, parameter) in _parameters)
                {
                    parameter.Dispose();
                }

                foreach (var (_, (buffer, _)) in _buffers)
                {
                    buffer.Dispose();
                }

                foreach (var (_, module) in _modules)
                {
                    module.Dispose();
                }
            }
        }
    }
}
