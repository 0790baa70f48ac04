using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private readonly OrderedDictionary<string, Parameter> _parameters = [];
            private readonly OrderedDictionary<string, (Tensor Tensor, bool IsPersistent)> _buffers = [];
            private readonly OrderedDictionary<string, Module> _modules = [];
            private bool _isRegistered;

            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                if (!_parameters.TryAdd(name, (Parameter)param.DetachFromDisposeScope()))
                {
                    throw new InvalidOperationException($"The parameter '{name}' is registered already.");
                }
            }

            /// <summary>A tensor that is part of the state but not trained; one that is not persistent stays out of state_dict.</summary>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (!_buffers.TryAdd(name, (tensor.DetachFromDisposeScope(), persistent)))
                {
                    throw new InvalidOperationException($"The buffer '{name}' is registered already.");
                }
            }

            public void add_module(string name, Module module) => register_module(name, module);

            public virtual void register_module(string name, Module submodule)
            {
                if (string.IsNullOrEmpty(name) || name.Contains('.', StringComparison.Ordinal))
                {
                    throw new ArgumentException($"expected a name without a dot, got '{name}'");
                }

                submodule.RegisterComponents();
                if (!_modules.TryAdd(name, submodule))
                {
                    throw new InvalidOperationException($"The module '{name}' is registered already.");
                }
            }

            /// <summary>Registers the modules, parameters and tensors held by this object's fields, under the fields' names.</summary>
            protected virtual void RegisterComponents()
            {
                if (_isRegistered)
                {
                    return;
                }

                _isRegistered = true;
                foreach (var field in Fields(GetType()))
                {
                    Register(field.Name, field.GetValue(this));
                }
            }

            private static IEnumerable<FieldInfo> Fields(Type type)
            {
                const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
                var types = new Stack<Type>();
                for (var t = type; t is not null && t != typeof(Module); t = t.BaseType)
                {
                    types.Push(t);
                }

                return types.SelectMany(t => t.GetFields(Own).OrderBy(field => field.MetadataToken));
            }

            private void Register(string name, object? value)
            {
                if (_modules.ContainsKey(name) || _parameters.ContainsKey(name) || _buffers.ContainsKey(name) || name.StartsWith('<'))
                {
                    return;
                }

                switch (value)
                {
                    case Module module: register_module(name, module); break;
                    case Parameter parameter: register_parameter(name, parameter); break;
                    case Tensor tensor: register_buffer(name, tensor); break;
                }
            }
        }
    }
}
