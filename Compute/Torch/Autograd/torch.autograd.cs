using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Turns recording off on this thread until disposed.</summary>
    public static IDisposable no_grad() => GradMode.Set(false);

    public static IDisposable enable_grad(bool enabled = true) => GradMode.Set(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => GradMode.Set(mode);

    public static bool is_grad_enabled() => GradMode.IsEnabled;

    public static partial class autograd
    {
        /// <summary>
        /// The gradients of <paramref name="outputs"/> with respect to <paramref name="inputs"/>, in their order. With
        /// <paramref name="create_graph"/> they are on the tape themselves, as a gradient penalty needs.
        /// </summary>
        /// <exception cref="InvalidOperationException">An input is not used and <paramref name="allow_unused"/> is false.</exception>
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var seeds = Seeds(outputs, grad_outputs);
            var pass = BackwardPass.Of(retain_graph || create_graph, create_graph);
            var found = pass.Gradients([.. outputs], seeds, [.. inputs]);
            foreach (var gradient in found)
            {
                Own(gradient, allow_unused);
            }

            return found!;
        }

        /// <summary>Adds the gradients of <paramref name="tensors"/> to the leaves, or to <paramref name="inputs"/> only.</summary>
        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            var seeds = Seeds(tensors, grad_tensors);
            var keep = retain_graph ?? create_graph;
            if (inputs is null)
            {
                BackwardPass.Of(keep || create_graph, create_graph).Accumulate([.. tensors], seeds);
                return;
            }

            var gradients = BackwardPass.Of(keep || create_graph, create_graph).Gradients([.. tensors], seeds, [.. inputs]);
            for (var i = 0; i < inputs.Count; i++)
            {
                inputs[i].grad = gradients[i] is { } g && inputs[i].grad is { } before ? before + g : gradients[i] ?? inputs[i].grad;
            }
        }

        /// <summary>The commonest case, the loss of a step, without lists of one.</summary>
        internal static void Backward(Tensor output)
        {
            using var seed = Seed(output, null);
            BackwardPass.Of(false, false).Accumulate(new ReadOnlySpan<Tensor>(in output), new ReadOnlySpan<Tensor>(in seed));
        }

        private static void Own(Tensor? gradient, bool allowUnused)
        {
            if (gradient is not null)
            {
                DisposeScope.Own(DisposeScopeManager.Current, gradient);
            }
            else if (!allowUnused)
            {
                throw new InvalidOperationException("One of the inputs was not used in computing the outputs; pass allow_unused: true if that is meant.");
            }
        }

        private static Tensor[] Seeds(IList<Tensor> outputs, IList<Tensor>? given)
        {
            using var mode = no_grad();
            var seeds = new Tensor[outputs.Count];
            for (var i = 0; i < seeds.Length; i++)
            {
                seeds[i] = Seed(outputs[i], given?[i]);
            }

            return seeds;
        }

        private static Tensor Seed(Tensor output, Tensor? given)
        {
            if (!output.requires_grad)
            {
                throw new InvalidOperationException($"Nothing that {Shapes.Text(output.Sizes)} was computed from requires a gradient.");
            }

            if (given is null)
            {
                return output.NumberOfElements == 1 ? ones_like(output)
                    : throw new InvalidOperationException($"backward: expected one element, got {Shapes.Text(output.Sizes)}; pass the gradient of the output.");
            }

            return given.Sizes.AsSpan().SequenceEqual(output.Sizes) ? given
                : throw new ArgumentException($"gradient of the output: expected {Shapes.Text(output.Sizes)}, got {Shapes.Text(given.Sizes)}");
        }
    }
}
