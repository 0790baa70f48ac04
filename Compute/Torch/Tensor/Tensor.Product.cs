using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The product of all elements; 1 of none.</summary>
        public Tensor prod(ScalarType? type = null) => flatten().prod(0, type: type);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null)
        {
            var d = Shapes.Dim(dim, _shape.Length);
            var x = to_type(type ?? (is_floating_point() ? dtype : ScalarType.Int64));
            using var running = Scan.Cumprod(x, d);
            var last = _shape[d] == 0 ? ones(Reduced([d], keepdim), x.dtype) : Copy.ToNew(running.Part(d, _shape[d] - 1, 1)).View(Reduced([d], keepdim));
            return Tape.Record(GradientRules.Prod, last, x, d);
        }

        /// <summary>Running product along a dimension.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null)
        {
            var d = Shapes.Dim(dim, _shape.Length);
            var x = to_type(type ?? (is_floating_point() ? dtype : ScalarType.Int64));
            return Tape.Record(GradientRules.Cumprod, Scan.Cumprod(x, d), x, d);
        }

        /// <summary>A contiguous tensor in another shape, off the tape.</summary>
        internal Tensor View(long[] shape) => View(shape, null, _offset);
    }

    public static Tensor prod(Tensor input, ScalarType? type = null) => input.prod(type);

    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.prod(dim, keepdim, type);

    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) => input.cumprod(dim, dtype);
}
