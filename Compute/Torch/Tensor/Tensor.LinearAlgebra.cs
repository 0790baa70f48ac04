using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>[m, k] · [k, n] = [m, n].</summary>
        public Tensor mm(Tensor target) => Tape.RecordMany(GradientRules.Mm, MatrixProduct.Run(this, target), this, target);

        /// <summary>[b, m, k] · [b, k, n] = [b, m, n].</summary>
        public Tensor bmm(Tensor batch2) => Tape.RecordMany(GradientRules.Bmm, MatrixProduct.Batched(this, batch2), this, batch2);

        /// <summary>The product of vectors, matrices, or batches of matrices that broadcast.</summary>
        public Tensor matmul(Tensor target) => (_shape.Length, target._shape.Length) switch
        {
            (1, 1) => dot(target),
            (2, 2) => mm(target),
            (1, 2) => unsqueeze(0).mm(target).squeeze(0),
            (2, 1) => mm(target.unsqueeze(1)).squeeze(1),
            ( > 2, 2) => reshape(-1, _shape[^1]).mm(target).reshape([.. _shape[..^1], target._shape[1]]),
            ( > 2, 1) => matmul(target.unsqueeze(1)).squeeze(-1),
            ( >= 2, >= 2) => Batches(target),
            _ => throw new ArgumentException($"matmul: expected vectors, matrices or batches, got {Shapes.Text(_shape)} and {Shapes.Text(target._shape)}"),
        };

        /// <summary>beta · this + alpha · mat1 · mat2.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            (beta == 1 ? this : this * beta) + (alpha == 1 ? mat1.mm(mat2) : mat1.mm(mat2) * alpha);

        public Tensor dot(Tensor target) => _shape.Length == 1 && _shape.AsSpan().SequenceEqual(target._shape) ? (this * target).sum()
            : throw new ArgumentException($"dot: expected vectors of one length, got {Shapes.Text(_shape)} and {Shapes.Text(target._shape)}");

        public Tensor outer(Tensor vec2) => unsqueeze(1).mm(vec2.unsqueeze(0));

        /// <summary>Running sum along a dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null)
        {
            var d = Shapes.Dim(dim, _shape.Length);
            var x = to_type(type ?? (is_floating_point() ? dtype : ScalarType.Int64));
            return Tape.Record(GradientRules.Cumsum, Scan.Cumsum(x, d), x, d);
        }

        /// <summary>Running log Σ exp along a dimension, without overflow.</summary>
        public Tensor logcumsumexp(long dim)
        {
            var d = Shapes.Dim(dim, _shape.Length);
            return Tape.Record(GradientRules.Logcumsumexp, Scan.Logcumsumexp(Elementwise.Real(this, nameof(logcumsumexp)), d), this, d);
        }

        private Tensor Batches(Tensor target)
        {
            var batch = Shapes.Broadcast(_shape[..^2], target._shape[..^2]);
            var (a, b) = (Batched(batch), target.Batched(batch));
            return a.bmm(b).reshape([.. batch, _shape[^2], target._shape[^1]]);
        }

        private Tensor Batched(long[] batch) => expand([.. batch, .. _shape[^2..]]).reshape(-1, _shape[^2], _shape[^1]);
    }
}
