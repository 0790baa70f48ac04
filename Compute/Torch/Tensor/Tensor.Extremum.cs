using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor max() => flatten().Extreme(0, false, largest: true).Values;

        public Tensor min() => flatten().Extreme(0, false, largest: false).Values;

        /// <summary>The largest along a dimension and where it is, the first of equals.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Extreme(dim, keepdim, largest: true);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Extreme(dim, keepdim, largest: false);

        public Tensor max(Tensor other) => maximum(other);

        public Tensor min(Tensor other) => minimum(other);

        public Tensor argmax() => flatten().argmax(0);

        public Tensor argmin() => flatten().argmin(0);

        public Tensor argmax(long dim, bool keepdim = false) => detach().Extreme(dim, keepdim, largest: true).Positions;

        public Tensor argmin(long dim, bool keepdim = false) => detach().Extreme(dim, keepdim, largest: false).Positions;

        private (Tensor Values, Tensor Positions) Extreme(long dim, bool keepdim, bool largest)
        {
            var d = Shapes.Dim(dim, _shape.Length);
            if (_shape.Length > 0 && _shape[d] == 0)
            {
                throw new ArgumentException($"expected at least one value along dimension {d}, got {Shapes.Text(_shape)}");
            }

            int[] dims = _shape.Length == 0 ? [] : [d];
            var (values, positions) = (Allocate(Reduced(dims, keepdim: true), dtype), Allocate(Reduced(dims, keepdim: true), ScalarType.Int64));
            Fill(Ordered(), Layout.Of(_shape, d), largest, values, positions);
            var recorded = Tape.Record(GradientRules.Extremum, values, this, (positions.Alias(), d));
            return keepdim || _shape.Length == 0 ? (recorded, positions) : (recorded.squeeze(d), positions.squeeze(d));
        }

        private static void Fill(Tensor x, Layout layout, bool largest, Tensor values, Tensor positions)
        {
            var (outer, n, inner) = layout;
            switch (x.dtype)
            {
                case ScalarType.Float32: Extremum.Run(x.Span<float>(), outer, n, inner, largest, values.Span<float>(), positions.Span<long>()); break;
                case ScalarType.Float64: Extremum.Run(x.Span<double>(), outer, n, inner, largest, values.Span<double>(), positions.Span<long>()); break;
                case ScalarType.Int64: Extremum.Run(x.Span<long>(), outer, n, inner, largest, values.Span<long>(), positions.Span<long>()); break;
                case ScalarType.Int32: Extremum.Run(x.Span<int>(), outer, n, inner, largest, values.Span<int>(), positions.Span<long>()); break;
                default: throw new ArgumentException($"expected numbers, got {x.dtype}");
            }
        }
    }
}
