namespace TorchSharp;

/// <summary>Arithmetic on shapes and strides. Shape arrays are never changed once a tensor has them.</summary>
internal static class Shapes
{
    // Shapes recur in every step, so that one array of each is enough; a slot holds the last shape that fell into it.
    private const int Slots = 512;

    [ThreadStatic]
    private static long[]?[]? _seen;

    /// <summary>The sizes as an array that tensors share; it must not be written to.</summary>
    internal static long[] Of(ReadOnlySpan<long> sizes)
    {
        uint hash = (uint)sizes.Length;
        foreach (var size in sizes)
        {
            hash = (hash * 0x9E3779B1u) + (uint)size;
        }

        ref var slot = ref (_seen ??= new long[]?[Slots])[(hash ^ (hash >> 15)) % Slots];
        return slot is not null && sizes.SequenceEqual(slot) ? slot : slot = sizes.ToArray();
    }

    internal static long Count(ReadOnlySpan<long> shape)
    {
        long count = 1;
        foreach (var size in shape)
        {
            count = size >= 0 ? checked(count * size) : throw new ArgumentException($"A shape has no negative sizes, got {Text(shape)}.");
        }

        return count;
    }

    internal static long[] Contiguous(ReadOnlySpan<long> shape)
    {
        Span<long> strides = stackalloc long[shape.Length];
        long step = 1;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            strides[i] = step;
            step *= Math.Max(1, shape[i]);
        }

        return Of(strides);
    }

    internal static bool IsContiguous(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides)
    {
        long step = 1;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            if (shape[i] != 1 && strides[i] != step)
            {
                return Count(shape) == 0;
            }

            step *= shape[i];
        }

        return true;
    }

    /// <summary>A dimension counted from the front, from one that may be counted from the back.</summary>
    internal static int Dim(long dim, int rank) =>
        dim >= -rank && dim < rank ? (int)(dim < 0 ? dim + rank : dim)
        : rank == 0 && dim is 0 or -1 ? 0
        : throw new ArgumentOutOfRangeException(nameof(dim), $"expected a dimension in [{-rank}, {rank - 1}], got {dim}");

    internal static string Text(ReadOnlySpan<long> shape) => $"[{string.Join(", ", shape.ToArray())}]";

    /// <summary>The shape both broadcast to: sizes are equal or one of them is 1, from the last dimension.</summary>
    internal static long[] Broadcast(long[] a, long[] b)
    {
        if (a.AsSpan().SequenceEqual(b))
        {
            return a;
        }

        Span<long> shape = stackalloc long[Math.Max(a.Length, b.Length)];
        for (var i = 1; i <= shape.Length; i++)
        {
            var x = i <= a.Length ? a[^i] : 1;
            var y = i <= b.Length ? b[^i] : 1;
            shape[^i] = x == y || y == 1 ? x : x == 1 ? y
                : throw new ArgumentException($"expected shapes that broadcast, got {Text(a)} and {Text(b)}");
        }

        return Of(shape);
    }

    /// <summary>Strides by which a tensor of <paramref name="shape"/> is read as <paramref name="target"/>: 0 where it repeats.</summary>
    internal static long[] Expanded(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, ReadOnlySpan<long> target)
    {
        Span<long> expanded = stackalloc long[target.Length];
        expanded.Clear();
        for (var i = 1; i <= shape.Length; i++)
        {
            expanded[^i] = shape[^i] == target[^i] ? (shape[^i] == 1 ? 0 : strides[^i])
                : shape[^i] == 1 ? 0
                : throw new ArgumentException($"expected a shape that expands to {Text(target)}, got {Text(shape)}");
        }

        return Of(expanded);
    }
}
