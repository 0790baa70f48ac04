using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Runs element functions over tensors of either floating type, broadcasting as needed.</summary>
internal static class Elementwise
{
    internal static torch.Tensor Unary<TOp>(torch.Tensor x, string name)
        where TOp : struct, IUnaryOp
    {
        var source = Real(x, name).Ordered();
        var result = torch.Tensor.Allocate(x.Sizes, source.dtype);
        if (source.dtype == torch.ScalarType.Float32)
        {
            TOp.Invoke<float>(source.Span<float>(), result.Span<float>());
        }
        else
        {
            TOp.Invoke<double>(source.Span<double>(), result.Span<double>());
        }

        return result;
    }

    internal static torch.Tensor Parameterised<TOp>(torch.Tensor x, double parameter, string name)
        where TOp : struct, IParameterOp
    {
        var source = Real(x, name).Ordered();
        var result = torch.Tensor.Allocate(x.Sizes, source.dtype);
        if (source.dtype == torch.ScalarType.Float32)
        {
            TOp.Invoke(source.Span<float>(), (float)parameter, result.Span<float>());
        }
        else
        {
            TOp.Invoke(source.Span<double>(), parameter, result.Span<double>());
        }

        return result;
    }

    internal static torch.Tensor Binary<TOp>(torch.Tensor a, torch.Tensor b)
        where TOp : struct, IBinaryOp
    {
        var type = ScalarTypes.Promote(a, b);
        (a, b) = (Convert.To(a, type), Convert.To(b, type));
        var result = torch.Tensor.Allocate(Shapes.Broadcast(a.Sizes, b.Sizes), type);
        switch (type)
        {
            case torch.ScalarType.Float32: Binary<float, TOp>(a, b, result); break;
            case torch.ScalarType.Float64: Binary<double, TOp>(a, b, result); break;
            case torch.ScalarType.Int64: Binary<long, TOp>(a, b, result); break;
            case torch.ScalarType.Int32: Binary<int, TOp>(a, b, result); break;
            default: throw new ArgumentException($"expected numbers, got {type}; convert with to_type first");
        }

        return result;
    }

    /// <summary>A tensor with a plain number; <paramref name="reversed"/> puts the number first.</summary>
    internal static torch.Tensor Scalar<TOp>(torch.Tensor x, Scalar value, bool reversed = false)
        where TOp : struct, IBinaryOp
    {
        var type = ScalarTypes.Promote(x.dtype, value);
        var source = Convert.To(x, type).Ordered();
        var result = torch.Tensor.Allocate(x.Sizes, type);
        switch (type)
        {
            case torch.ScalarType.Float32: Scalar<float, TOp>(source, (float)value.Double, result, reversed); break;
            case torch.ScalarType.Float64: Scalar<double, TOp>(source, value.Double, result, reversed); break;
            case torch.ScalarType.Int64: Scalar<long, TOp>(source, value.Integer, result, reversed); break;
            case torch.ScalarType.Int32: Scalar<int, TOp>(source, (int)value.Integer, result, reversed); break;
            default: throw new ArgumentException($"expected numbers, got {type}; convert with to_type first");
        }

        return result;
    }

    internal static torch.Tensor Real(torch.Tensor x, string name) => torch.is_floating_point(x.dtype) ? x
        : throw new ArgumentException($"{name}: expected a floating-point tensor, got {x.dtype}");

    private static void Scalar<T, TOp>(torch.Tensor x, T value, torch.Tensor y, bool reversed)
        where T : unmanaged, INumber<T>
        where TOp : struct, IBinaryOp
    {
        if (reversed)
        {
            TOp.Invoke(value, x.Span<T>(), y.Span<T>());
        }
        else
        {
            TOp.Invoke(x.Span<T>(), value, y.Span<T>());
        }
    }

    private static void Binary<T, TOp>(torch.Tensor a, torch.Tensor b, torch.Tensor y)
        where T : unmanaged, INumber<T>
        where TOp : struct, IBinaryOp
    {
        if (a.IsContiguous && b.IsContiguous && a.Sizes.AsSpan().SequenceEqual(b.Sizes))
        {
            TOp.Invoke<T>(a.Span<T>(), b.Span<T>(), y.Span<T>());
        }
        else if (y.NumberOfElements > 0)
        {
            Broadcast<T, TOp>(a, b, y);
        }
    }

    private static void Broadcast<T, TOp>(torch.Tensor a, torch.Tensor b, torch.Tensor y)
        where T : unmanaged, INumber<T>
        where TOp : struct, IBinaryOp
    {
        var plan = new BroadcastPlan(y.Sizes, Shapes.Expanded(a.Sizes, a.Strides, y.Sizes), Shapes.Expanded(b.Sizes, b.Strides, y.Sizes), stackalloc long[BroadcastPlan.Room(y.Sizes.Length)]);
        var x = a.Strided<T>();
        var z = b.Strided<T>();
        var to = y.Span<T>();
        var (run, runs) = (plan.Run, plan.Runs);
        for (var i = 0; i < runs; i++)
        {
            var (atA, atB) = plan.Start(i);
            Run<T, TOp>(x[atA..], plan.StrideA, z[atB..], plan.StrideB, to.Slice(i * run, run));
        }
    }

    private static void Run<T, TOp>(ReadOnlySpan<T> a, int stepA, ReadOnlySpan<T> b, int stepB, Span<T> y)
        where T : unmanaged, INumber<T>
        where TOp : struct, IBinaryOp
    {
        switch (stepA, stepB)
        {
            case (1, 1): TOp.Invoke(a[..y.Length], b[..y.Length], y); break;
            case (1, 0): TOp.Invoke(a[..y.Length], b[0], y); break;
            case (0, 1): TOp.Invoke(a[0], b[..y.Length], y); break;
            default:
                for (var i = 0; i < y.Length; i++)
                {
                    TOp.Invoke<T>(a.Slice(i * stepA, 1), b.Slice(i * stepB, 1), y.Slice(i, 1));
                }

                break;
        }
    }
}
