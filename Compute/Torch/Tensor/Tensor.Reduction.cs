using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements; integers and bools add up to int64.</summary>
        public Tensor sum(ScalarType? type = null) => Sum(AllDims(), false, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Sum(DimensionLists.Single(Shapes.Dim(dim, _shape.Length)), keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Sum(Dims(dim), keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => Sum(Dims(dim), keepdim, type);

        /// <summary>The mean of all elements; NaN of none.</summary>
        public Tensor mean() => Mean(AllDims(), false, null);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Mean(Dims(dimensions), keepdim, type);

        /// <summary>The variance, by n − 1 when <paramref name="unbiased"/>.</summary>
        public Tensor var(bool unbiased = true) => Variance(AllDims(), unbiased, false);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Variance(DimensionLists.Single(Shapes.Dim(dim, _shape.Length)), unbiased, keepdim, type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Variance(Dims(dimensions), unbiased, keepdim, type);

        public Tensor std(bool unbiased = true) => var(unbiased).sqrt();

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var(dim, unbiased, keepdim, type).sqrt();

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var(dimensions, unbiased, keepdim, type).sqrt();

        /// <summary>The p-norm of all elements.</summary>
        public Tensor norm(float p = 2.0f) => Norm(AllDims(), false, p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) => Norm(DimensionLists.Single(Shapes.Dim(dim, _shape.Length)), keepdim, p);

        /// <summary>log Σ exp along a dimension, without overflow.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false)
        {
            var d = Shapes.Dim(dim, _shape.Length);
            var result = Softmaxes.Logsumexp(Elementwise.Real(this, nameof(logsumexp)), d, Reduced(DimensionLists.Single(d), keepdim));
            return Tape.Record(GradientRules.Logsumexp, result, this, d);
        }

        private Tensor Sum(int[] dims, bool keepdim, ScalarType? type)
        {
            var wanted = type ?? (is_floating_point() ? dtype : ScalarType.Int64);
            var x = to_type(wanted);
            return Tape.Record(GradientRules.Sum, Sums.Run(x, dims, Reduced(dims, keepdim)), x, dims);
        }

        private Tensor Mean(int[] dims, bool keepdim, ScalarType? type)
        {
            var real = Elementwise.Real(type is { } wanted ? to_type(wanted) : this, nameof(mean));
            return real.Sum(dims, keepdim, null) / (double)Counted(dims);
        }

        private Tensor Variance(int[] dims, bool unbiased, bool keepdim, ScalarType? type = null)
        {
            var real = type is { } wanted ? to_type(wanted) : this;
            var centred = real - real.Mean(dims, true, null);
            return centred.square().Sum(dims, keepdim, null) / (double)Math.Max(0, Counted(dims) - (unbiased ? 1 : 0));
        }

        // Off the tape the root's slope at 0 is infinite; here a norm of 0 has gradient 0, as in PyTorch.
        private Tensor Norm(int[] dims, bool keepdim, float p)
        {
            if (p == 1)
            {
                return abs().Sum(dims, keepdim, null);
            }

            var powers = (p == 2 ? square() : abs().pow(p)).Sum(dims, keepdim, null);
            var isZero = powers.eq(0);
            return torch.where(isZero, zeros_like(powers), torch.where(isZero, ones_like(powers), powers).pow(1.0 / p));
        }

        private long Counted(int[] dims)
        {
            var count = 1L;
            foreach (var dim in dims)
            {
                count *= _shape[dim];
            }

            return count;
        }

        private int[] AllDims() => DimensionLists.All(_shape.Length);

        private int[] Dims(ReadOnlySpan<long> dims)
        {
            if (dims.IsEmpty)
            {
                return AllDims();
            }

            if (dims.Length == 1)
            {
                return DimensionLists.Single(Shapes.Dim(dims[0], _shape.Length));
            }

            var found = new int[dims.Length];
            for (var i = 0; i < dims.Length; i++)
            {
                found[i] = Shapes.Dim(dims[i], _shape.Length);
            }

            return found.Distinct().Count() == found.Length ? found
                : throw new ArgumentException($"expected different dimensions, got {Shapes.Text(dims)}");
        }

        private long[] Reduced(int[] dims, bool keepdim)
        {
            Span<long> shape = stackalloc long[_shape.Length];
            var rank = 0;
            for (var i = 0; i < _shape.Length; i++)
            {
                var isReduced = dims.AsSpan().Contains(i);
                if (!isReduced || keepdim)
                {
                    shape[rank++] = isReduced ? 1 : _shape[i];
                }
            }

            return Shapes.Of(shape[..rank]);
        }
    }
}
