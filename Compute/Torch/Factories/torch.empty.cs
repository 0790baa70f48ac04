namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor whose values are whatever the memory holds.</summary>
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make(size, dtype, requires_grad);

    /// <summary>A tensor whose values are whatever the memory holds.</summary>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make(size, dtype, requires_grad);

    /// <summary>A tensor whose values are whatever the memory holds.</summary>
    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make([size], dtype, requires_grad);

    /// <summary>A tensor whose values are whatever the memory holds.</summary>
    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make([rows, columns], dtype, requires_grad);

    /// <summary>A tensor whose values are whatever the memory holds.</summary>
    public static Tensor empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make([dim0, dim1, dim2], dtype, requires_grad);

    /// <summary>A tensor whose values are whatever the memory holds.</summary>
    public static Tensor empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Make([dim0, dim1, dim2, dim3], dtype, requires_grad);
}
