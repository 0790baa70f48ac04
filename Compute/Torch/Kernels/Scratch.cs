namespace TorchSharp.Kernels;

/// <summary>Working memory of a kernel, kept per thread.</summary>
internal static class Scratch<T>
    where T : unmanaged
{
    [ThreadStatic]
    private static T[]? _packed;

    [ThreadStatic]
    private static T[]? _tile;

    internal static Span<T> Rent(int count) => Grow(ref _packed, count);

    internal static Span<T> Tile(int count) => Grow(ref _tile, count);

    private static Span<T> Grow(ref T[]? buffer, int count)
    {
        if (buffer is null || buffer.Length < count)
        {
            buffer = GC.AllocateUninitializedArray<T>(Math.Max(count, 1 << 12), pinned: true);
        }

        return buffer.AsSpan(0, count);
    }
}
