using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra of square matrices [.., n, n], batch by batch, computed in double.</summary>
    public static class linalg
    {
        /// <summary>The lower triangular L with L·Lᵀ = input. The lower triangle is read.</summary>
        /// <exception cref="ArgumentException">The matrix is not positive definite.</exception>
        public static Tensor cholesky(Tensor input)
        {
            var n = Matrices.Side(input, "linalg.cholesky");
            return Tape.Record(GradientRules.Cholesky, Matrices.Map(input, "linalg.cholesky", input.Sizes, n * n, Cholesky.Factor), input);
        }

        /// <summary>X with A·X = B, or X·A = B when not <paramref name="left"/>; B is [.., n, k] or a vector [.., n].</summary>
        /// <exception cref="ArgumentException">A is singular.</exception>
        public static Tensor solve(Tensor A, Tensor B, bool left = true)
        {
            if (B.Sizes.Length == 1 || (B.Sizes.Length == A.Sizes.Length - 1 && B.Sizes.AsSpan().SequenceEqual(A.Sizes.AsSpan()[..^1])))
            {
                return solve(left ? A : A.mT, B.unsqueeze(-1)).squeeze(-1);
            }

            if (!left)
            {
                return solve(A.mT, B.mT).mT;
            }

            var (a, b) = Fitting(A, B, "linalg.solve");
            return Tape.RecordMany(GradientRules.Solve, Matrices.Solve(a, b, "linalg.solve", Lu.Solve), a, b);
        }

        /// <summary>X with A·X = B, or X·A = B when not <paramref name="left"/>, for a triangular A; the other triangle is not read.</summary>
        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false)
        {
            if (!left)
            {
                return solve_triangular(A.mT, B.mT, !upper, unitriangular: unitriangular).mT;
            }

            var (a, b) = Fitting(A, B, "linalg.solve_triangular");
            var result = Matrices.Solve(a, b, "linalg.solve_triangular", (m, x, n, columns) => Triangular.Solve(m, x, n, columns, upper, unitriangular));
            return Tape.RecordWith(GradientRules.SolveTriangular, result, (upper, unitriangular), a, b);
        }

        public static Tensor inv(Tensor input) => solve(input, eye(Matrices.Side(input, "linalg.inv"), dtype: input.dtype).expand(input.Sizes));

        /// <summary>Its gradient needs an inverse, so backward refuses a singular matrix.</summary>
        public static Tensor det(Tensor input) => Tape.Record(GradientRules.Det, Reduced(input, "linalg.det", d => d.Sign == 0 ? 0 : d.Sign * Math.Exp(d.Log)), input);

        /// <summary>The sign of the determinant and the logarithm of its size; 0 and −∞ of a singular matrix.</summary>
        public static (Tensor, Tensor) slogdet(Tensor input) =>
            (Reduced(input, "linalg.slogdet", d => d.Sign), Tape.Record(GradientRules.Logabsdet, Reduced(input, "linalg.slogdet", d => d.Log), input));

        private static Tensor Reduced(Tensor input, string name, Func<(double Sign, double Log), double> value)
        {
            Matrices.Side(input, name);
            return Matrices.Map(input, name, input.Sizes[..^2], 1, (a, y, n) => y[0] = value(Lu.Determinant(a, n)));
        }

        private static (Tensor A, Tensor B) Fitting(Tensor a, Tensor b, string name)
        {
            var n = Matrices.Side(a, name);
            if (b.Sizes.Length < 2 || b.Sizes[^2] != n || a.dtype != b.dtype)
            {
                throw new ArgumentException($"{name}: expected [.., {n}, k] of {a.dtype}, got {Shapes.Text(b.Sizes)} of {b.dtype}");
            }

            var batch = Shapes.Broadcast(a.Sizes[..^2], b.Sizes[..^2]);
            return (a.expand([.. batch, n, n]), b.expand([.. batch, n, b.Sizes[^1]]));
        }
    }

    public static Tensor cholesky(Tensor input) => linalg.cholesky(input);

    public static Tensor inverse(Tensor input) => linalg.inv(input);

    public static Tensor det(Tensor input) => linalg.det(input);

    public static Tensor logdet(Tensor input) => input.logdet();

    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => linalg.slogdet(A);

    public partial class Tensor
    {
        public Tensor cholesky(bool upper = false) => upper ? linalg.cholesky(this).mT : linalg.cholesky(this);

        public Tensor inverse() => linalg.inv(this);

        public Tensor det() => linalg.det(this);

        /// <summary>ln det; NaN where the determinant is negative.</summary>
        public Tensor logdet()
        {
            var (sign, log) = linalg.slogdet(this);
            return torch.where(sign < 0, torch.full_like(log, double.NaN), log);
        }
    }
}
