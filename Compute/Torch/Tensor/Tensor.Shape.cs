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
            var sizes = _shape.ToList();
            var strides = Strides.ToList();
            sizes.Insert(at, 1);
            strides.Insert(at, 1);
            return Tape.Record(GradientRules.Reshape, View([.. sizes], [.. strides], _offset), this);
        }

        /// <summary>Without the dimensions of size 1, or without the given one if it is.</summary>
        public Tensor squeeze(long? dim = null)
        {
            var only = dim is { } given ? Shapes.Dim(given, _shape.Length) : -1;
            var kept = Enumerable.Range(0, _shape.Length).Where(i => _shape[i] != 1 || (dim is not null && i != only)).ToArray();
            return Tape.Record(GradientRules.Reshape, View([.. kept.Select(i => _shape[i])], [.. kept.Select(i => Strides[i])], _offset), this);
        }

        public Tensor t() => _shape.Length == 2 ? transpose(0, 1)
            : _shape.Length < 2 ? this
            : throw new ArgumentException($"t: expected at most 2 dimensions, got {Shapes.Text(_shape)}");

        public Tensor transpose(long dim0, long dim1)
        {
            var order = Enumerable.Range(0, _shape.Length).ToArray();
            var (a, b) = (Shapes.Dim(dim0, _shape.Length), Shapes.Dim(dim1, _shape.Length));
            (order[a], order[b]) = (order[b], order[a]);
            return Permuted(order);
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

        private Tensor Permuted(int[] order) => Tape.Record(
            GradientRules.Permute, View([.. order.Select(i => _shape[i])], [.. order.Select(i => Strides[i])], _offset), this, order);

        private Tensor Expanded(long[] sizes)
        {
            var target = (long[])sizes.Clone();
            for (var i = 1; i <= Math.Min(target.Length, _shape.Length); i++)
            {
                target[^i] = target[^i] == -1 ? _shape[^i] : target[^i];
            }

            return Tape.Record(GradientRules.Expand, View(target, Shapes.Expanded(_shape, Strides, target), _offset), this);
        }

        private long[] Resolve(long[] shape)
        {
            var sizes = (long[])shape.Clone();
            var open = Array.IndexOf(sizes, -1);
            if (open >= 0)
            {
                sizes[open] = 1;
                var rest = Shapes.Count(sizes);
                sizes[open] = rest == 0 ? 0 : NumberOfElements / rest;
            }

            return Shapes.Count(sizes) == NumberOfElements ? sizes
                : throw new ArgumentException($"expected a shape of {NumberOfElements} elements, got {Shapes.Text(shape)} for {Shapes.Text(_shape)}");
        }
    }
}
