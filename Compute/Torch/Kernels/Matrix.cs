namespace TorchSharp.Kernels;

/// <summary>A matrix read by its strides.</summary>
internal readonly ref struct Matrix<T>
    where T : unmanaged
{
    internal Matrix(torch.Tensor tensor)
    {
        Values = tensor.Strided<T>();
        (Rows, Columns) = ((int)tensor.Sizes[0], (int)tensor.Sizes[1]);
        (RowStride, ColumnStride) = ((int)tensor.Strides[0], (int)tensor.Strides[1]);
    }

    internal ReadOnlySpan<T> Values { get; }

    internal int Rows { get; }

    internal int Columns { get; }

    internal int RowStride { get; }

    internal int ColumnStride { get; }
}
