using System.Collections;

namespace TorchSharp.Utils;

/// <summary>Typed access to a tensor's elements in row-major order.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;

    internal TensorAccessor(torch.Tensor tensor) => _tensor = tensor;

    public long Count => _tensor.NumberOfElements;

    public bool IsReadOnly => false;

    /// <summary>The element at a position along each dimension, or in row-major order when one index is given.</summary>
    public T this[params long[] indices]
    {
        get => _tensor.Strided<T>()[Position(indices)];
        set => _tensor.Strided<T>()[Position(indices)] = value;
    }

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array.AsSpan());
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        if (_tensor.IsContiguous)
        {
            _tensor.Span<T>()[(int)tensorIndex..].CopyTo(array[arrayIndex..]);
            return;
        }

        using var ordered = Kernels.Copy.ToNew(_tensor);
        ordered.Span<T>()[(int)tensorIndex..].CopyTo(array[arrayIndex..]);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        for (var i = arrayIndex; i < array.Length; i++)
        {
            this[tensorIndex + i - arrayIndex] = array[i];
        }
    }

    public void Dispose()
    {
        // Holds nothing; TorchSharp's accessor is disposable, so code written for it may dispose.
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Position(long[] indices)
    {
        var sizes = _tensor.Sizes;
        if (indices.Length != sizes.Length && indices.Length != 1)
        {
            throw new ArgumentException($"expected {sizes.Length} indices, got {indices.Length}");
        }

        return indices.Length == sizes.Length ? ByDimension(indices, sizes) : InOrder(indices[0], sizes);
    }

    private int ByDimension(long[] indices, long[] sizes)
    {
        long position = 0;
        for (var i = 0; i < sizes.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(indices[i]);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indices[i], sizes[i]);
            position += indices[i] * _tensor.Strides[i];
        }

        return (int)position;
    }

    private int InOrder(long index, long[] sizes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        long position = 0;
        for (var i = sizes.Length - 1; i >= 0; i--)
        {
            position += index % sizes[i] * _tensor.Strides[i];
            index /= sizes[i];
        }

        return (int)position;
    }
}
