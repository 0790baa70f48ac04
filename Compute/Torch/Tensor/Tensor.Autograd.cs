using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private AutogradMeta? _meta;
        private bool _holdsMeta;

        /// <summary>Whether operations on this tensor are recorded. Results of recorded operations always are.</summary>
        public bool requires_grad
        {
            get => Meta is not null;
            set => requires_grad_(value);
        }

        public bool is_leaf => Meta?.Producer is null;

        /// <summary>The gradient collected by backward; none before the first one.</summary>
        public Tensor? grad
        {
            get
            {
                if (Meta is { Gradient: not null } meta)
                {
                    meta.IsGradientShared = true;
                }

                return Meta?.Gradient;
            }

            set
            {
                var meta = Meta ?? throw new InvalidOperationException("A tensor that does not require a gradient has none.");
                (meta.Gradient, meta.IsGradientShared) = (value?.DetachFromDisposeScope(), true);
            }
        }

        internal AutogradMeta? Meta
        {
            get => _meta;
            set
            {
                value?.Hold();
                DropMeta();
                (_meta, _holdsMeta) = (value, value is not null);
            }
        }

        private void DropMeta()
        {
            var (meta, holds) = (_meta, _holdsMeta);
            (_meta, _holdsMeta) = (null, false);
            if (holds)
            {
                meta!.Drop();
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            if (requires_grad && !is_floating_point())
            {
                throw new InvalidOperationException($"Only floating-point tensors can require a gradient, got {dtype}.");
            }

            if (!is_leaf)
            {
                return requires_grad ? this : throw new InvalidOperationException("The result of a recorded operation cannot stop requiring a gradient; use detach().");
            }

            Meta = requires_grad ? Meta ?? new AutogradMeta() : null;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>The gradients of this one number, added to the leaves that it was computed from.</summary>
        /// <exception cref="InvalidOperationException">Not one element, or nothing it depends on requires a gradient.</exception>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            torch.autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);

        public void backward() => torch.autograd.Backward(this);

        /// <summary>The same memory off the tape.</summary>
        public Tensor detach() => View(_shape, _strides, _offset);

        public Tensor clone() => Tape.Record(GradientRules.Clone, Kernels.Copy.ToNew(this), this);

        public Tensor contiguous() => IsContiguous ? this : clone();
    }
}
