using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Writing over a tensor's values. A leaf on the tape is written under no_grad only. Elsewhere the tensor takes the
    /// place of the recorded result; a value that a gradient still needs and that changed is noticed by backward.
    /// </summary>
    public partial class Tensor
    {
        public Tensor zero_() => fill_(0);

        public Tensor fill_(Scalar value) => Overwrite(() => torch.full([], value, dtype));

        public Tensor copy_(Tensor source, bool nonBlocking = false) => Overwrite(() => source.to_type(dtype).expand(_shape));

        public Tensor add_(Tensor target) => Overwrite(() => this + target);

        public Tensor add_(Tensor target, Scalar alpha) => Overwrite(() => add(target, alpha));

        public Tensor add_(Scalar scalar) => Overwrite(() => this + scalar);

        public Tensor sub_(Tensor target) => Overwrite(() => this - target);

        public Tensor sub_(Scalar target) => Overwrite(() => this - target);

        public Tensor mul_(Tensor target) => Overwrite(() => this * target);

        public Tensor mul_(Scalar target) => Overwrite(() => this * target);

        public Tensor div_(Tensor target) => Overwrite(() => this / target);

        public Tensor div_(Scalar target) => Overwrite(() => this / target);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Overwrite(() => clamp(min, max));

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Overwrite(() => addcmul(tensor1, tensor2, value));

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Overwrite(() => addcdiv(tensor1, tensor2, value));

        public Tensor lerp_(Tensor end, Tensor weight) => Overwrite(() => lerp(end, weight));

        public Tensor masked_fill_(Tensor mask, Scalar value) => Overwrite(() => masked_fill(mask, value));

        public Tensor scatter_(long dim, Tensor index, Tensor src) => Overwrite(() => scatter(dim, index, src));

        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Overwrite(() => scatter_add(dim, index, src));

        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) => Overwrite(() => index_add(dim, index, source, alpha));

        /// <summary>Takes the values, and the place on the tape, of a result computed from this tensor.</summary>
        internal Tensor Replace(Tensor result) => Overwrite(() => result);

        private Tensor Overwrite(Func<Tensor> compute)
        {
            if (Meta is { Producer: null } && Autograd.GradMode.IsEnabled)
            {
                throw new InvalidOperationException("A leaf that requires a gradient is written in place under torch.no_grad() only.");
            }

            using var scope = NewDisposeScope();
            var result = compute();
            Copy.Into(Kernels.Convert.To(result, dtype), this);
            Storage.Version++;
            if (Autograd.GradMode.IsEnabled)
            {
                Meta = result.Meta;
            }

            return this;
        }
    }
}
