using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>ln |Γ(x)|.</summary>
        public Tensor lgamma() => Tape.Record(GradientRules.Lgamma, Elementwise.Unary<LgammaOp>(this, nameof(lgamma)), this);

        /// <summary>The derivative of lgamma.</summary>
        public Tensor digamma() => Tape.Record(GradientRules.Digamma, Elementwise.Unary<DigammaOp>(this, nameof(digamma)), this);

        /// <summary>The p-th derivative of digamma.</summary>
        public Tensor polygamma(long p)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(p);
            return p == 0 ? digamma() : Tape.Record(GradientRules.Polygamma, Elementwise.Parameterised<PolygammaOp>(this, p, nameof(polygamma)), this, p);
        }

        /// <summary>2/√π ∫₀ˣ exp(−t²) dt.</summary>
        public Tensor erf() => Tape.Record(GradientRules.Erf, Elementwise.Unary<ErfOp>(this, nameof(erf)), this);

        /// <summary>1 − erf x, without cancellation for large x.</summary>
        public Tensor erfc() => Tape.Record(GradientRules.Erfc, Elementwise.Unary<ErfcOp>(this, nameof(erfc)), this);
    }
}
