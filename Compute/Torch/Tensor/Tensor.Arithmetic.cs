using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Binary<AddOp>(GradientRules.Add, target);

        public Tensor add(Tensor target, Scalar alpha) => add(target * alpha);

        public Tensor add(Scalar scalar) => Tape.Record(GradientRules.AddScalar, Elementwise.Scalar<AddOp>(this, scalar), this);

        public Tensor sub(Tensor target) => Binary<SubOp>(GradientRules.Sub, target);

        public Tensor sub(Scalar target) => Tape.Record(GradientRules.AddScalar, Elementwise.Scalar<SubOp>(this, target), this);

        public Tensor mul(Tensor target) => Binary<MulOp>(GradientRules.Mul, target);

        public Tensor mul(Scalar target) => Tape.Record(GradientRules.MulScalar, Elementwise.Scalar<MulOp>(this, target), this, target.Double);

        /// <summary>True division: integers give floating point.</summary>
        public Tensor div(Tensor target)
        {
            var type = ScalarTypes.Promote(this, target);
            type = torch.is_floating_point(type) ? type : ScalarType.Float32;
            return to_type(type).Binary<DivOp>(GradientRules.Div, target.to_type(type));
        }

        public Tensor div(Scalar target)
        {
            var real = is_floating_point() ? this : to_type(ScalarType.Float32);
            return Tape.Record(GradientRules.DivScalar, Elementwise.Scalar<DivOp>(real, target), real, target.Double);
        }

        public Tensor pow(Tensor exponent) => Binary<PowOp>(GradientRules.Pow, exponent);

        public Tensor pow(Scalar exponent) => Tape.Record(GradientRules.PowScalar, Elementwise.Scalar<PowOp>(this, exponent), this, exponent.Double);

        public Tensor maximum(Tensor other) => Binary<MaximumOp>(GradientRules.Maximum, other);

        public Tensor minimum(Tensor other) => Binary<MinimumOp>(GradientRules.Minimum, other);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => this + (tensor1 * tensor2 * value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => this + (tensor1 / tensor2 * value);

        public Tensor lerp(Tensor end, Tensor weight) => this + (weight * (end - this));

        /// <summary>Undoes a broadcast: the sum over every dimension along which <paramref name="shape"/> was repeated.</summary>
        internal Tensor SumTo(long[] shape)
        {
            if (_shape.AsSpan().SequenceEqual(shape))
            {
                return this;
            }

            var lead = _shape.Length - shape.Length;
            Span<long> dims = stackalloc long[_shape.Length];
            var count = 0;
            for (var i = 0; i < _shape.Length; i++)
            {
                if (i < lead || (shape[i - lead] == 1 && _shape[i] != 1))
                {
                    dims[count++] = i;
                }
            }

            return sum(dims[..count], keepdim: true).reshape(shape);
        }

        private Tensor Binary<TOp>(GradientRule rule, Tensor other)
            where TOp : struct, IBinaryOp
        {
            if (dtype == other.dtype)
            {
                return Tape.RecordMany(rule, Elementwise.Binary<TOp>(this, other), this, other);
            }

            var type = ScalarTypes.Promote(this, other);
            return to_type(type).Binary<TOp>(rule, other.to_type(type));
        }
    }
}
