namespace TorchSharp;

public static partial class torch
{
    /// <summary>Zeros.</summary>
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make(size, dtype, requires_grad, static tensor => tensor.Storage.Span<byte>().Clear());

    /// <summary>Zeros.</summary>
    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make(size, dtype, requires_grad, static tensor => tensor.Storage.Span<byte>().Clear());

    /// <summary>Zeros.</summary>
    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make([size], dtype, requires_grad, static tensor => tensor.Storage.Span<byte>().Clear());

    /// <summary>Zeros.</summary>
    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make([rows, columns], dtype, requires_grad, static tensor => tensor.Storage.Span<byte>().Clear());

    /// <summary>Zeros.</summary>
    public static Tensor zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make([dim0, dim1, dim2], dtype, requires_grad, static tensor => tensor.Storage.Span<byte>().Clear());

    /// <summary>Zeros.</summary>
    public static Tensor zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make([dim0, dim1, dim2, dim3], dtype, requires_grad, static tensor => tensor.Storage.Span<byte>().Clear());
}
