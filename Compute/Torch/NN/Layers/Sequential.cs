using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
                Sequential((IEnumerable<(string, Module<Tensor, Tensor>)>)modules);

            /// <summary>Modules one after the other, named by their position.</summary>
            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) =>
                Sequential(modules.Select((module, i) => ($"{i}", module)));

            /// <summary>Modules one after the other, by name.</summary>
            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules)
            {
                var result = new Sequential();
                foreach (var (name, module) in modules)
                {
                    result.append(name, module);
                }

                return result;
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Modules called one after the other.</summary>
    public class Sequential : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly List<torch.nn.IModule<torch.Tensor, torch.Tensor>> _steps = [];

        internal Sequential()
            : base(nameof(Sequential))
        {
        }

        public int Count => _steps.Count;

        public torch.nn.IModule<torch.Tensor, torch.Tensor> this[int index] => _steps[index];

        public Sequential append(torch.nn.IModule<torch.Tensor, torch.Tensor> module) => append($"{_steps.Count}", module);

        public Sequential append(string name, torch.nn.IModule<torch.Tensor, torch.Tensor> module)
        {
            register_module(name, (torch.nn.Module)module);
            _steps.Add(module);
            return this;
        }

        public override torch.Tensor forward(torch.Tensor tensor)
        {
            foreach (var step in _steps)
            {
                tensor = step.call(tensor);
            }

            return tensor;
        }
    }
}
