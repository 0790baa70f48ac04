using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>Element type conversion. Fractions are cut, as in C; any number but 0 is true.</summary>
internal static class Convert
{
    /// <summary>The tensor itself when it has the type already.</summary>
    internal static torch.Tensor To(torch.Tensor x, torch.ScalarType type)
    {
        if (x.dtype == type)
        {
            return x;
        }

        var source = x.Ordered();
        var result = torch.Tensor.Allocate(x.Sizes, type);
        switch (source.dtype)
        {
            case torch.ScalarType.Float32: From<float>(source, result); break;
            case torch.ScalarType.Float64: From<double>(source, result); break;
            case torch.ScalarType.Int64: From<long>(source, result); break;
            case torch.ScalarType.Int32: From<int>(source, result); break;
            default: FromBool(source, result); break;
        }

        return result;
    }

    private static void From<T>(torch.Tensor x, torch.Tensor y)
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<T> from = x.Span<T>();
        switch (y.dtype)
        {
            case torch.ScalarType.Float32: TensorPrimitives.ConvertTruncating(from, y.Span<float>()); break;
            case torch.ScalarType.Float64: TensorPrimitives.ConvertTruncating(from, y.Span<double>()); break;
            case torch.ScalarType.Int64: TensorPrimitives.ConvertTruncating(from, y.Span<long>()); break;
            case torch.ScalarType.Int32: TensorPrimitives.ConvertTruncating(from, y.Span<int>()); break;
            default:
                var to = y.Span<bool>();
                for (var i = 0; i < to.Length; i++)
                {
                    to[i] = from[i] != T.Zero;
                }

                break;
        }
    }

    private static void FromBool(torch.Tensor x, torch.Tensor y)
    {
        switch (y.dtype)
        {
            case torch.ScalarType.Float32: Fill(x.Span<bool>(), y.Span<float>()); break;
            case torch.ScalarType.Float64: Fill(x.Span<bool>(), y.Span<double>()); break;
            case torch.ScalarType.Int64: Fill(x.Span<bool>(), y.Span<long>()); break;
            default: Fill(x.Span<bool>(), y.Span<int>()); break;
        }
    }

    private static void Fill<T>(ReadOnlySpan<bool> from, Span<T> to)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = from[i] ? T.One : T.Zero;
        }
    }
}
