using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The 2-D transpose; 1-D tensors stay as they are.</summary>
        public Tensor T => _shape.Length < 2 ? this : t();

        public Tensor mT => transpose(-2, -1);

        /// <summary>The same memory in another shape; one size may be −1. The tensor must be contiguous.</summary>
        public Tensor view(params long[] shape)
        {
            RequireContiguous(nameof(view));
            return reshape(shape);
        }

        /// <summary>Another shape; one size may be −1. Shares memory where the tensor is contiguous.</summary>
        public Tensor reshape(params long[] shape)
        {
            var sizes = Resolve(shape);
            var source = Ordered();
            return Tape.Record(GradientRules.Reshape, source.View(sizes), this);
        }

        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            if (_shape.Length == 0)
            {
                return reshape(1);
            }

            var (from, to) = (Shapes.Dim(start_dim, _shape.Length), Shapes.Dim(end_dim, _shape.Length));
            return reshape([.. _shape[..from], Shapes.Count(_shape.AsSpan(from, to - from + 1)), .. _shape[(to + 1)..]]);
        }

        public Tensor unsqueeze(long dim)
        {
            var at = Shapes.Dim(dim, _shape.Length + 1);
            Span<long> sizes = stackalloc long[_shape.Length + 1];
            Span<long> strides = stackalloc long[_shape.Length + 1];
            Widen(_shape, at, sizes);
            Widen(Strides, at, strides);
            return Tape.Record(GradientRules.Reshape, View(Shapes.Of(sizes), Shapes.Of(strides), _offset), this);
        }

        /// <summary>Without the dimensions of size 1, or without the given one if it is.</summary>
        public Tensor squeeze(long? dim = null)
        {
            var only = dim is { } given ? Shapes.Dim(given, _shape.Length) : -1;
            Span<long> sizes = stackalloc long[_shape.Length];
            Span<long> strides = stackalloc long[_shape.Length];
            var rank = 0;
            for (var i = 0; i < _shape.Length; i++)
            {
                if (_shape[i] != 1 || (dim is not null && i != only))
                {
                    (sizes[rank], strides[rank]) = (_shape[i], Strides[i]);
                    rank++;
                }
            }

            return Tape.Record(GradientRules.Reshape, View(Shapes.Of(sizes[..rank]), Shapes.Of(strides[..rank]), _offset), this);
        }

        public Tensor t() => _shape.Length == 2 ? transpose(0, 1)
            : _shape.Length < 2 ? this
            : throw new ArgumentException($"t: expected at most 2 dimensions, got {Shapes.Text(_shape)}");

        public Tensor transpose(long dim0, long dim1)
        {
            var (a, b) = (Shapes.Dim(dim0, _shape.Length), Shapes.Dim(dim1, _shape.Length));
            Span<long> sizes = stackalloc long[_shape.Length];
            Span<long> strides = stackalloc long[_shape.Length];
            _shape.CopyTo(sizes);
            Strides.CopyTo(strides);
            if (_shape.Length > 0)
            {
                (sizes[a], sizes[b]) = (sizes[b], sizes[a]);
                (strides[a], strides[b]) = (strides[b], strides[a]);
            }

            return Tape.Record(GradientRules.Transpose, View(Shapes.Of(sizes), Shapes.Of(strides), _offset), this, (a, b));
        }

        public Tensor permute(params long[] permutation)
        {
            var order = permutation.Select(dim => Shapes.Dim(dim, _shape.Length)).ToArray();
            return order.Length == _shape.Length && order.Distinct().Count() == order.Length ? Permuted(order)
                : throw new ArgumentException($"permute: expected each of {_shape.Length} dimensions once, got {Shapes.Text(permutation)}");
        }

        /// <summary>Repeats dimensions of size 1 without copying; −1 keeps a size.</summary>
        public Tensor expand(params long[] sizes) => Expanded(sizes);

        public Tensor expand(long[] sizes, bool isImplicit = false) => Expanded(sizes);

        public Tensor expand_as(Tensor other) => Expanded(other._shape);

        /// <summary>The tensor laid out side by side, so many times along each dimension.</summary>
        public Tensor repeat(params long[] sizes)
        {
            var result = reshape([.. Enumerable.Repeat(1L, sizes.Length - _shape.Length), .. _shape]);
            for (var i = 0; i < sizes.Length; i++)
            {
                result = torch.cat([.. Enumerable.Repeat(result, (int)sizes[i])], i);
            }

            return result;
        }

        private static void Widen(ReadOnlySpan<long> from, int at, Span<long> to)
        {
            from[..at].CopyTo(to);
            to[at] = 1;
            from[at..].CopyTo(to[(at + 1)..]);
        }

        private Tensor Permuted(int[] order) => Tape.Record(
            GradientRules.Permute, View([.. order.Select(i => _shape[i])], [.. order.Select(i => Strides[i])], _offset), this, order);

        private Tensor Expanded(long[] sizes)
        {
            Span<long> target = stackalloc long[sizes.Length];
            sizes.CopyTo(target);
            for (var i = 1; i <= Math.Min(target.Length, _shape.Length); i++)
            {
                target[^i] = target[^i] == -1 ? _shape[^i] : target[^i];
            }

            return Tape.Record(GradientRules.Expand, View(Shapes.Of(target), Shapes.Expanded(_shape, Strides, target), _offset), this);
        }

        private long[] Resolve(long[] shape)
        {
            Span<long> sizes = stackalloc long[shape.Length];
            shape.CopyTo(sizes);
            var open = sizes.IndexOf(-1);
            if (open >= 0)
            {
                sizes[open] = 1;
                var rest = Shapes.Count(sizes);
                sizes[open] = rest == 0 ? 0 : NumberOfElements / rest;
            }

            return Shapes.Count(sizes) == NumberOfElements ? Shapes.Of(sizes)
                : throw new ArgumentException($"expected a shape of {NumberOfElements} elements, got {Shapes.Text(shape)} for {Shapes.Text(_shape)}");
        }
    }
}
