using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>
/// The memory that tensors and their views share. Every tensor holds one handle; when the last is disposed the storage
/// goes back to the pool. Storages of tensors that are never disposed are left to the garbage collector, unpooled.
/// </summary>
internal sealed class Storage(byte[] bytes, int start, int sizeClass)
{
    internal const int CacheLine = 64;

    private int _length;
    private int _handles;

    internal int SizeClass => sizeClass;

    /// <summary>Counts in-place writes, so that a backward pass notices a saved value that has changed.</summary>
    internal int Version { get; set; }

    internal bool IsSole => Volatile.Read(ref _handles) == 1;

    /// <summary>For its next use, with one handle.</summary>
    internal Storage Reset(int length)
    {
        (_length, _handles, Version) = (length, 1, 0);
        return this;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<T> Span<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(bytes.AsSpan(start, _length));

    internal Storage Share()
    {
        Interlocked.Increment(ref _handles);
        return this;
    }

    /// <summary>Gives one handle back; its tensor can reach the memory no more.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref _handles) == 0)
        {
            BufferPool.Return(this);
        }
    }
}
