using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A diagonal of two dimensions, as the last dimension; a view.</summary>
        public Tensor diagonal(long offset = 0L, long dim1 = 0L, long dim2 = 1L)
        {
            var of = new DiagonalOf(offset, Shapes.Dim(dim1, _shape.Length), Shapes.Dim(dim2, _shape.Length));
            return of.Dim1 == of.Dim2 ? throw new ArgumentException($"diagonal: expected two dimensions, got {of.Dim1} twice")
                : Tape.Record(GradientRules.Diagonal, AlongDiagonal(of), this, of);
        }

        /// <summary>Matrices of zeros with the last dimension on a diagonal.</summary>
        public Tensor diag_embed(long offset = 0L, long dim1 = -2L, long dim2 = -1L)
        {
            var rank = _shape.Length + 1;
            var of = new DiagonalOf(offset, Shapes.Dim(dim1, rank), Shapes.Dim(dim2, rank));
            var side = _shape[^1] + Math.Abs(offset);
            var rest = new Queue<long>(_shape[..^1]);
            return PlaceDiagonal([.. Enumerable.Range(0, rank).Select(i => i == of.Dim1 || i == of.Dim2 ? side : rest.Dequeue())], of);
        }

        /// <summary>A matrix's diagonal, or the matrix with this vector on it.</summary>
        public Tensor diag(long diagonal = 0) => _shape.Length switch
        {
            1 => diag_embed(diagonal),
            2 => this.diagonal(diagonal),
            _ => throw new ArgumentException($"diag: expected 1 or 2 dimensions, got {Shapes.Text(_shape)}"),
        };

        /// <summary>The sum of a matrix's diagonal.</summary>
        public Tensor trace() => diag().sum();

        /// <summary>The part on and below a diagonal; zeros elsewhere.</summary>
        public Tensor tril(long diagonal = 0) => torch.where(Below(diagonal), this, zeros_like(this));

        /// <summary>The part on and above a diagonal; zeros elsewhere.</summary>
        public Tensor triu(long diagonal = 0) => torch.where(Below(diagonal - 1), zeros_like(this), this);

        /// <summary>The reverse of diagonal: zeros of <paramref name="shape"/> with this tensor in its place.</summary>
        internal Tensor PlaceDiagonal(long[] shape, DiagonalOf of)
        {
            var result = torch.zeros(shape, dtype);
            using (var target = result.AlongDiagonal(of))
            {
                Kernels.Copy.Into(this, target);
            }

            return Tape.Record(GradientRules.PlaceDiagonal, result, this, of);
        }

        private Tensor Below(long diagonal) => _shape.Length >= 2
            ? torch.arange(_shape[^1]).unsqueeze(0) - torch.arange(_shape[^2]).unsqueeze(1) <= diagonal
            : throw new ArgumentException($"expected [.., rows, columns], got {Shapes.Text(_shape)}");

        private Tensor AlongDiagonal(DiagonalOf of)
        {
            var (offset, a, b) = of;
            var length = Math.Max(0, Math.Min(_shape[a] - Math.Max(0, -offset), _shape[b] - Math.Max(0, offset)));
            var start = length == 0 ? 0 : (Math.Max(0, -offset) * Strides[a]) + (Math.Max(0, offset) * Strides[b]);
            int[] kept = [.. Enumerable.Range(0, _shape.Length).Where(i => i != a && i != b)];
            return View([.. kept.Select(i => _shape[i]), length], [.. kept.Select(i => Strides[i]), Strides[a] + Strides[b]], _offset + start);
        }
    }

    public static Tensor diagonal(Tensor input, long offset = 0L, long dim1 = 0L, long dim2 = 1L) => input.diagonal(offset, dim1, dim2);

    public static Tensor diag_embed(Tensor input, long offset = 0L, long dim1 = -2L, long dim2 = -1L) => input.diag_embed(offset, dim1, dim2);

    public static Tensor diag(Tensor input, long diagonal = 0) => input.diag(diagonal);

    public static Tensor trace(Tensor input) => input.trace();

    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);

    public static Tensor triu(Tensor input, long diagonal = 0L) => input.triu(diagonal);
}
