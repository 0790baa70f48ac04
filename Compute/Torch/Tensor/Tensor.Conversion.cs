using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The values as another element type; this tensor when it has it already.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            var result = dtype == type ? (copy ? clone() : this) : Converted(type);
            if (disposeAfter && result != (object)this)
            {
                Dispose();
            }

            return result;
        }

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => to_type(type, copy, disposeAfter);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => copy ? clone() : this;

        public Tensor cpu(bool disposeAfter = false) => this;

        private Tensor Converted(ScalarType type)
        {
            if (!Enum.IsDefined(type))
            {
                throw new ArgumentException($"The engine has no element type {(int)type}. (C# reads sum(0) as sum(type: 0); write sum(dim: 0).)");
            }

            var result = Kernels.Convert.To(this, type);
            return torch.is_floating_point(type) ? Tape.Record(GradientRules.ToType, result, this) : result;
        }
    }
}
