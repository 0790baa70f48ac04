using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Positions start, start + step, ... before finish, of one dimension; a view.</summary>
        public Tensor slice(long dim, long start, long finish, long step)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
            var d = Shapes.Dim(dim, _shape.Length);
            var n = _shape[d];
            var from = Math.Clamp(start < 0 ? start + n : start, 0, n);
            var to = Math.Clamp(finish < 0 ? finish + n : finish, from, n);
            return Tape.Record(GradientRules.Slice, Sliced(d, from, to, step), this, new SliceOf(d, from, to, step));
        }

        /// <summary>A run of positions of one dimension; a view.</summary>
        public Tensor narrow(long dim, long start, long length)
        {
            var d = Shapes.Dim(dim, _shape.Length);
            var from = start < 0 ? start + _shape[d] : start;
            return from >= 0 && length >= 0 && from + length <= _shape[d] ? slice(d, from, from + length, 1)
                : throw new ArgumentException($"narrow: expected a run within {_shape[d]} positions, got {start} + {length} of {Shapes.Text(_shape)}");
        }

        /// <summary>One position of a dimension, which goes away; a view.</summary>
        public Tensor select(long dim, long index)
        {
            var d = Shapes.Dim(dim, _shape.Length);
            return index >= -_shape[d] && index < _shape[d] ? narrow(d, index < 0 ? index + _shape[d] : index, 1).squeeze(d)
                : throw new ArgumentOutOfRangeException(nameof(index), $"expected a position in [{-_shape[d]}, {_shape[d] - 1}], got {index}");
        }

        public Tensor[] split(long size, int dim = 0)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
            var n = this.size(dim);
            return split([.. Enumerable.Range(0, (int)((n + size - 1) / size)).Select(i => Math.Min(size, n - (i * size)))], dim);
        }

        /// <summary>Neighbouring parts of the given sizes.</summary>
        public Tensor[] split(long[] sizes, long dim = 0)
        {
            if (sizes.Sum() != size((int)dim))
            {
                throw new ArgumentException($"split: expected sizes that add up to {size((int)dim)}, got {Shapes.Text(sizes)}");
            }

            long start = 0;
            return [.. sizes.Select(length => narrow(dim, (start += length) - length, length))];
        }

        public Tensor[] chunk(long chunks, long dim = 0L)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(chunks, 1);
            return split(Math.Max(1, (size((int)dim) + chunks - 1) / chunks), (int)dim);
        }

        public Tensor[] unbind(long dimension = 0L) => [.. Enumerable.Range(0, (int)size((int)dimension)).Select(i => select(dimension, i))];

        /// <summary>Dimensions in reverse order; a copy.</summary>
        public Tensor flip(params long[] dims)
        {
            var result = this;
            foreach (var dim in dims)
            {
                var n = size((int)dim);
                result = result.index_select(dim, torch.arange(n - 1, -1, -1));
            }

            return result;
        }

        /// <summary>Zeros of <paramref name="shape"/> with this tensor in place of the slice.</summary>
        internal Tensor Place(long[] shape, SliceOf slice)
        {
            var result = torch.zeros(shape, dtype);
            using (var target = result.Sliced(slice.Dim, slice.Start, slice.Finish, slice.Step))
            {
                Kernels.Copy.Into(this, target);
            }

            return Tape.Record(GradientRules.Place, result, this, slice);
        }

        private Tensor Sliced(int dim, long from, long to, long step)
        {
            Span<long> sizes = stackalloc long[_shape.Length];
            Span<long> strides = stackalloc long[_shape.Length];
            _shape.CopyTo(sizes);
            Strides.CopyTo(strides);
            sizes[dim] = (to - from + step - 1) / step;
            strides[dim] *= step;
            return View(Shapes.Of(sizes), Shapes.Of(strides), sizes[dim] == 0 ? _offset : _offset + (from * Strides[dim]));
        }
    }
}
