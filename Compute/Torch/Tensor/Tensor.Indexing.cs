using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Positions of one dimension, in the order given.</summary>
        public Tensor index_select(long dim, Tensor index)
        {
            var d = Shapes.Dim(dim, _shape.Length);
            var result = Allocate(With(d, index.NumberOfElements), dtype);
            Indexed.Select(this, d, Positions(index, _shape[d]), result);
            return Tape.Record(GradientRules.IndexSelect, result, this, (d, index.Alias()));
        }

        /// <summary>Adds rows of <paramref name="source"/> at the positions given, repeated positions adding up.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            var d = Shapes.Dim(dim, _shape.Length);
            RequireShape(source, With(d, index.NumberOfElements), nameof(index_add));
            var result = Copy.ToNew(this);
            Indexed.Add(source, d, Positions(index, _shape[d]), alpha.Double, result);
            return Tape.RecordWith(GradientRules.IndexAdd, result, (d, index.Alias(), alpha.Double), this, source);
        }

        /// <summary>result[.., i, ..] = this[.., index[.., i, ..], ..]</summary>
        public Tensor gather(long dim, Tensor index)
        {
            var d = Shapes.Dim(dim, _shape.Length);
            var result = Allocate(index._shape, dtype);
            Indexed.Gather(this, d, index, result);
            return Tape.Record(GradientRules.Gather, result, this, (d, index.Alias()));
        }

        /// <summary>The reverse of gather: adds each value of <paramref name="src"/> where its index says.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src)
        {
            var d = Shapes.Dim(dim, _shape.Length);
            RequireShape(src, index._shape, nameof(scatter_add));
            var result = Copy.ToNew(this);
            Indexed.ScatterAdd(src, d, index, result);
            return Tape.RecordWith(GradientRules.ScatterAdd, result, (d, index.Alias()), this, src);
        }

        /// <summary>This tensor with each value of <paramref name="src"/> put where its index says; of repeated positions the last counts.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src)
        {
            var d = Shapes.Dim(dim, _shape.Length);
            RequireShape(src, index._shape, nameof(scatter));
            var result = Copy.ToNew(this);
            Indexed.Scatter(src.to_type(dtype), d, index, result);
            return Tape.RecordWith(GradientRules.Scatter, result, (d, index.Alias()), this, src.to_type(dtype));
        }

        public Tensor masked_fill(Tensor mask, Scalar value) => torch.where(mask, torch.full([], value, dtype), this);

        /// <summary>The values where the mask is, in order.</summary>
        public Tensor masked_select(Tensor mask)
        {
            var whole = mask.expand_as(this).flatten();
            return flatten().index_select(0, whole.nonzero().flatten());
        }

        /// <summary>Where elements are not zero, [count, dimensions].</summary>
        public Tensor nonzero() => Indexed.Nonzero(this);

        public Tensor argwhere() => nonzero();

        public Tensor where(Tensor condition, Tensor y)
        {
            var type = ScalarTypes.Promote(this, y);
            var (a, b) = (to_type(type), y.to_type(type));
            return Tape.RecordWith(GradientRules.Where, Select.Run(condition, a, b), condition.Alias(), a, b);
        }

        private static void RequireShape(Tensor tensor, long[] shape, string what)
        {
            if (!tensor._shape.AsSpan().SequenceEqual(shape))
            {
                throw new ArgumentException($"{what}: expected {Shapes.Text(shape)}, got {Shapes.Text(tensor._shape)}");
            }
        }

        private static long[] Positions(Tensor index, long size)
        {
            var positions = index.to_type(ScalarType.Int64).data<long>().ToArray();
            foreach (ref var position in positions.AsSpan())
            {
                position = position >= -size && position < size ? (position + size) % size
                    : throw new ArgumentOutOfRangeException(nameof(index), $"expected a position in [{-size}, {size - 1}], got {position}");
            }

            return positions;
        }

        private long[] With(int dim, long size)
        {
            Span<long> shape = stackalloc long[_shape.Length];
            _shape.CopyTo(shape);
            shape[dim] = size;
            return Shapes.Of(shape);
        }
    }
}
