using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>
/// The memory that tensors and their views share. Every tensor holds one handle; when the last is disposed the
/// buffer goes back to the pool. Tensors that are never disposed are left to the garbage collector, unpooled.
/// </summary>
internal sealed class Storage
{
    private BufferPool.Buffer? _buffer;
    private readonly int _length;
    private int _handles = 1;

    internal Storage(long bytes)
    {
        _buffer = BufferPool.Rent(bytes);
        _length = (int)bytes;
    }

    /// <summary>Counts in-place writes, so that a backward pass notices a saved value that has changed.</summary>
    internal int Version { get; set; }

    internal bool IsSole => Volatile.Read(ref _handles) == 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<T> Span<T>()
        where T : unmanaged
    {
        var buffer = _buffer ?? throw new ObjectDisposedException(nameof(torch.Tensor));
        return MemoryMarshal.Cast<byte, T>(buffer.Bytes.AsSpan(buffer.Start, _length));
    }

    internal Storage Share()
    {
        Interlocked.Increment(ref _handles);
        return this;
    }

    internal void Release()
    {
        if (Interlocked.Decrement(ref _handles) == 0 && Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            BufferPool.Return(buffer);
        }
    }
}
