using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Relations, element by element, to tensors of bools.</summary>
    public partial class Tensor
    {
        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);

        public Tensor eq(Tensor target) => Comparison.Run<EqOp>(this, target);

        public Tensor eq(Scalar target) => Comparison.Run<EqOp>(this, Number(target));

        public Tensor ne(Tensor target) => Comparison.Run<NeOp>(this, target);

        public Tensor ne(Scalar target) => Comparison.Run<NeOp>(this, Number(target));

        public Tensor lt(Tensor target) => Comparison.Run<LtOp>(this, target);

        public Tensor lt(Scalar target) => Comparison.Run<LtOp>(this, Number(target));

        public Tensor le(Tensor target) => Comparison.Run<LeOp>(this, target);

        public Tensor le(Scalar target) => Comparison.Run<LeOp>(this, Number(target));

        public Tensor gt(Tensor target) => Comparison.Run<LtOp>(target, this);

        public Tensor gt(Scalar target) => Comparison.Run<LtOp>(Number(target), this);

        public Tensor ge(Tensor target) => Comparison.Run<LeOp>(target, this);

        public Tensor ge(Scalar target) => Comparison.Run<LeOp>(Number(target), this);

        public Tensor logical_not() => eq(false);

        public Tensor logical_and(Tensor other) => Logic.And(this, other);

        public Tensor logical_or(Tensor other) => Logic.And(logical_not(), other.logical_not()).logical_not();

        /// <summary>Whether every element is.</summary>
        public Tensor all() => tensor(Logic.CountTrue(this) == NumberOfElements);

        /// <summary>Whether any element is.</summary>
        public Tensor any() => tensor(Logic.CountTrue(this) > 0);

        /// <summary>Whether |this − target| ≤ atol + rtol · |target| everywhere.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
        {
            using var scope = NewDisposeScope();
            using var mode = no_grad();
            var (a, b) = (to_type(ScalarType.Float64), target.to_type(ScalarType.Float64));
            var close = (a - b).abs().le(b.abs() * rtol + atol).logical_or(a.eq(b));
            return (equal_nan ? close.logical_or(a.isnan().logical_and(b.isnan())) : close).all().item<bool>();
        }

        // Tensors compare element by element, so identity is the only equality a collection can use.
        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        private Tensor Number(Scalar value) => torch.full([], value, is_floating_point() ? dtype : value.Type);
    }
}
