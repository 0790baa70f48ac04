using System.Numerics;

namespace TorchSharp;

/// <summary>
/// Buffers by size class (powers of two), kept per thread, so that a training step allocates nothing once warm.
/// Buffers from 1 KiB on are pinned and start on a cache line.
/// </summary>
internal static class BufferPool
{
    private const int SmallestClass = 6;
    private const int PinnedFrom = 10;
    private const int BytesKeptPerClass = 1 << 28;

    [ThreadStatic]
    private static Stack<Buffer>?[]? _free;

    /// <summary>How many buffers this thread has allocated rather than taken from the pool.</summary>
    [field: ThreadStatic]
    internal static long Allocated { get; private set; }

    /// <exception cref="ArgumentException">More than 1 GiB.</exception>
    internal static Buffer Rent(long bytes)
    {
        var size = SizeClass(bytes);
        var stack = (_free ??= new Stack<Buffer>?[31])[size];
        if (stack is { Count: > 0 })
        {
            return stack.Pop();
        }

        Allocated++;
        return Buffer.Allocate(size, aligned: size >= PinnedFrom);
    }

    internal static void Return(Buffer buffer)
    {
        var stack = (_free ??= new Stack<Buffer>?[31])[buffer.SizeClass] ??= new Stack<Buffer>();
        if (((long)stack.Count << buffer.SizeClass) < BytesKeptPerClass)
        {
            stack.Push(buffer);
        }
    }

    private static int SizeClass(long bytes) => bytes <= 1 << 30
        ? Math.Max(SmallestClass, BitOperations.Log2((ulong)Math.Max(1, bytes - 1)) + 1)
        : throw new ArgumentException($"A tensor holds at most 1 GiB, asked for {bytes} bytes.");

    internal sealed class Buffer(byte[] bytes, int start, int sizeClass)
    {
        private const int CacheLine = 64;

        internal byte[] Bytes { get; } = bytes;

        internal int Start { get; } = start;

        internal int SizeClass { get; } = sizeClass;

        internal static Buffer Allocate(int sizeClass, bool aligned)
        {
            if (!aligned)
            {
                return new Buffer(GC.AllocateUninitializedArray<byte>(1 << sizeClass), 0, sizeClass);
            }

            var bytes = GC.AllocateUninitializedArray<byte>((1 << sizeClass) + CacheLine, pinned: true);
            var address = System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0);
            return new Buffer(bytes, (int)(-(long)address & (CacheLine - 1)), sizeClass);
        }
    }
}
