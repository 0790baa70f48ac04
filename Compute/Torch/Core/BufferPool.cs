using System.Numerics;

namespace TorchSharp;

/// <summary>
/// Storages by size class (powers of two), kept per thread, so that a training step allocates no memory for numbers once
/// warm. Those from 1 KiB on are pinned and start on a cache line.
/// </summary>
internal static class BufferPool
{
    private const int SmallestClass = 6;
    private const int PinnedFrom = 10;
    private const int BytesKeptPerClass = 1 << 28;

    [ThreadStatic]
    private static Stack<Storage>?[]? _free;

    /// <summary>How many buffers this thread has allocated rather than taken from the pool.</summary>
    [field: ThreadStatic]
    internal static long Allocated { get; private set; }

    /// <exception cref="ArgumentException">More than 1 GiB.</exception>
    internal static Storage Rent(long bytes)
    {
        var size = SizeClass(bytes);
        var stack = (_free ??= new Stack<Storage>?[31])[size];
        if (stack is not { Count: > 0 })
        {
            Allocated++;
            return Allocate(size).Reset((int)bytes);
        }

        return stack.Pop().Reset((int)bytes);
    }

    internal static void Return(Storage storage)
    {
        var stack = (_free ??= new Stack<Storage>?[31])[storage.SizeClass] ??= new Stack<Storage>();
        if (((long)stack.Count << storage.SizeClass) < BytesKeptPerClass)
        {
            stack.Push(storage);
        }
    }

    private static int SizeClass(long bytes) => bytes <= 1 << 30
        ? Math.Max(SmallestClass, BitOperations.Log2((ulong)Math.Max(1, bytes - 1)) + 1)
        : throw new ArgumentException($"A tensor holds at most 1 GiB, asked for {bytes} bytes.");

    private static Storage Allocate(int sizeClass)
    {
        if (sizeClass < PinnedFrom)
        {
            return new Storage(GC.AllocateUninitializedArray<byte>(1 << sizeClass), 0, sizeClass);
        }

        var bytes = GC.AllocateUninitializedArray<byte>((1 << sizeClass) + Storage.CacheLine, pinned: true);
        var address = System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0);
        return new Storage(bytes, (int)(-(long)address & (Storage.CacheLine - 1)), sizeClass);
    }
}
