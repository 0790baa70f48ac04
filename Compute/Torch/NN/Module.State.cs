using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var own = _parameters.Select(pair => (pair.Key, pair.Value));
                return Once(recurse ? own.Concat(Within((_, m) => m.named_parameters())) : own);
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(named => named.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var own = _buffers.Where(pair => include_nonpersistent || pair.Value.IsPersistent).Select(pair => (pair.Key, pair.Value.Tensor));
                return Once(recurse ? own.Concat(Within((_, m) => m.named_buffers(true, include_nonpersistent))) : own);
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(named => named.buffer);

            public virtual IEnumerable<(string name, Module module)> named_children() => _modules.Select(pair => (pair.Key, pair.Value));

            public virtual IEnumerable<Module> children() => named_children().Select(named => named.module);

            public virtual IEnumerable<(string name, Module module)> named_modules() =>
                named_children().Concat(Within((_, m) => m.named_modules()));

            public virtual IEnumerable<Module> modules() => named_modules().Select(named => named.module);

            /// <summary>Parameters and persistent buffers by their dotted names; the tensors themselves, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var state = named_parameters().Select(named => (named.name, (Tensor)named.parameter)).Concat(named_buffers(include_nonpersistent: false));
                foreach (var (name, tensor) in state)
                {
                    destination.TryAdd(string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}", tensor);
                }

                return destination;
            }

            /// <summary>Copies the values of <paramref name="source"/> into this module's state.</summary>
            /// <exception cref="InvalidOperationException">Strict, and a key is missing or unexpected.</exception>
            /// <exception cref="ArgumentException">A tensor has another shape.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var target = state_dict();
                string[] skipped = [.. skip ?? []];
                List<string> missing = [.. target.Keys.Except(source.Keys).Except(skipped)];
                List<string> unexpected = [.. source.Keys.Except(target.Keys).Except(skipped)];
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException($"The state does not fit the module: missing [{string.Join(", ", missing)}], unexpected [{string.Join(", ", unexpected)}].");
                }

                string[] keys = [.. target.Keys.Intersect(source.Keys).Except(skipped)];
                Fits(target, source, keys);
                using var mode = no_grad();
                foreach (var key in keys)
                {
                    target[key].copy_(source[key]);
                }

                return (missing, unexpected);
            }

            public virtual Parameter? get_parameter(string target) => named_parameters().FirstOrDefault(named => named.name == target).parameter;

            public virtual Tensor? get_buffer(string target) => named_buffers().FirstOrDefault(named => named.name == target).buffer;

            private static void Fits(Dictionary<string, Tensor> target, Dictionary<string, Tensor> source, string[] keys)
            {
                foreach (var key in keys.Where(key => !target[key].Sizes.AsSpan().SequenceEqual(source[key].Sizes)))
                {
                    throw new ArgumentException($"{key}: expected {Shapes.Text(target[key].Sizes)}, got {Shapes.Text(source[key].Sizes)}");
                }
            }

            private static IEnumerable<(string, T)> Once<T>(IEnumerable<(string, T Value)> named)
                where T : class
            {
                var seen = new HashSet<T>(ReferenceEqualityComparer.Instance);
                return named.Where(pair => seen.Add(pair.Value));
            }

            private IEnumerable<(string, T)> Within<T>(Func<string, Module, IEnumerable<(string Name, T Value)>> what) =>
                _modules.SelectMany(pair => what(pair.Key, pair.Value).Select(inner => ($"{pair.Key}.{inner.Name}", inner.Value)));
        }
    }
}
