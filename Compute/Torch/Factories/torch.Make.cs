using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    private static Tensor Make(ReadOnlySpan<long> size, ScalarType? dtype, bool requiresGrad, Action<Tensor>? fill = null)
    {
        var tensor = Tensor.Allocate(size, dtype ?? get_default_dtype());
        fill?.Invoke(tensor);
        return requiresGrad ? tensor.requires_grad_() : tensor;
    }

    private static Tensor Filled(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype, bool requiresGrad)
    {
        var tensor = Make(size, dtype ?? (is_floating_point(value.Type) ? get_default_dtype() : value.Type), requiresGrad: false);
        Fill(tensor, value);
        return requiresGrad ? tensor.requires_grad_() : tensor;
    }

    /// <summary>Standard uniform or normal values.</summary>
    private static Tensor Drawn(ReadOnlySpan<long> size, ScalarType? dtype, bool requiresGrad, Generator? generator, bool isNormal)
    {
        var tensor = Make(size, dtype, requiresGrad: false);
        tensor.Draw((generator ?? Generator.Default).Stream, isNormal);
        return requiresGrad ? tensor.requires_grad_() : tensor;
    }

    private static void Fill(Tensor tensor, Scalar value)
    {
        switch (tensor.dtype)
        {
            case ScalarType.Float32: tensor.Span<float>().Fill((float)value.Double); break;
            case ScalarType.Float64: tensor.Span<double>().Fill(value.Double); break;
            case ScalarType.Int64: tensor.Span<long>().Fill(value.Integer); break;
            case ScalarType.Int32: tensor.Span<int>().Fill((int)value.Integer); break;
            default: tensor.Span<bool>().Fill(value.Double != 0); break;
        }
    }

    /// <summary>A copy of the values; the array stays the caller's.</summary>
    private static Tensor From<T>(ReadOnlySpan<T> values, long[] shape, ScalarType? dtype, bool requiresGrad)
        where T : unmanaged
    {
        if (Shapes.Count(shape) != values.Length)
        {
            throw new ArgumentException($"expected {Shapes.Count(shape)} values for {Shapes.Text(shape)}, got {values.Length}");
        }

        var tensor = Tensor.Allocate(shape, ScalarTypes.Of<T>());
        values.CopyTo(tensor.Span<T>());
        var result = dtype is { } type ? tensor.to_type(type, disposeAfter: true) : tensor;
        return requiresGrad ? result.requires_grad_() : result;
    }

    private static ReadOnlySpan<T> Flat<T>(Array values)
        where T : unmanaged =>
        MemoryMarshal.CreateReadOnlySpan(ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(values)), values.Length);
}
