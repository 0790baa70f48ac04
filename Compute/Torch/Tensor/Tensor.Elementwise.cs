using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor neg() => is_floating_point()
            ? Tape.Record(GradientRules.Neg, Elementwise.Unary<NegOp>(this, nameof(neg)), this)
            : Elementwise.Scalar<MulOp>(this, -1);

        public Tensor negative() => neg();

        public Tensor abs() => Tape.Record(GradientRules.Abs, Elementwise.Unary<AbsOp>(this, nameof(abs)), this);

        public Tensor exp() => Tape.Record(GradientRules.Exp, Elementwise.Unary<ExpOp>(this, nameof(exp)), this);

        public Tensor expm1() => Tape.Record(GradientRules.Expm1, Elementwise.Unary<Expm1Op>(this, nameof(expm1)), this);

        public Tensor log() => Tape.Record(GradientRules.Log, Elementwise.Unary<LogOp>(this, nameof(log)), this);

        public Tensor log1p() => Tape.Record(GradientRules.Log1p, Elementwise.Unary<Log1pOp>(this, nameof(log1p)), this);

        public Tensor sqrt() => Tape.Record(GradientRules.Sqrt, Elementwise.Unary<SqrtOp>(this, nameof(sqrt)), this);

        public Tensor rsqrt() => sqrt().reciprocal();

        public Tensor reciprocal() => Tape.Record(GradientRules.Reciprocal, Elementwise.Unary<ReciprocalOp>(this, nameof(reciprocal)), this);

        public Tensor sin() => Tape.Record(GradientRules.Sin, Elementwise.Unary<SinOp>(this, nameof(sin)), this);

        public Tensor cos() => Tape.Record(GradientRules.Cos, Elementwise.Unary<CosOp>(this, nameof(cos)), this);

        /// <summary>−1, 0 or 1.</summary>
        public Tensor sign() => Tape.Record(GradientRules.Step, Elementwise.Unary<SignOp>(this, nameof(sign)), this);

        public Tensor floor() => Tape.Record(GradientRules.Step, Elementwise.Unary<FloorOp>(this, nameof(floor)), this);

        /// <summary>To the nearest integer, halves to the even one.</summary>
        public Tensor round() => Tape.Record(GradientRules.Step, Elementwise.Unary<RoundOp>(this, nameof(round)), this);

        public Tensor square() => pow(2);

        /// <summary>Limits values to [min, max]; NaN stays NaN.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null)
        {
            var low = min is null ? this : Elementwise.Scalar<MaximumOp>(this, min);
            var result = max is null ? low : Elementwise.Scalar<MinimumOp>(low, max);
            return result == (object)this ? clone()
                : Tape.Record(GradientRules.Clamp, result, this, (min?.Double ?? double.NegativeInfinity, max?.Double ?? double.PositiveInfinity));
        }

        public Tensor clamp_min(Scalar min) => clamp(min: min);

        public Tensor clamp_max(Scalar max) => clamp(max: max);

        public Tensor isnan() => ne(this);

        /// <summary>Neither infinite nor NaN; every integer is.</summary>
        public Tensor isfinite() => is_floating_point()
            ? Elementwise.Unary<AbsOp>(this, nameof(isfinite)).lt(double.PositiveInfinity)
            : torch.ones(_shape, ScalarType.Bool);
    }
}
