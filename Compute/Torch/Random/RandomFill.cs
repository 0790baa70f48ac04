using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp;

/// <summary>
/// Distributions over a Philox stream. Every fill starts at a new block: what one draws does not depend on how many
/// numbers the one before left over.
/// </summary>
internal static class RandomFill
{
    private const float Unit24 = 1f / (1 << 24);
    private const double Unit53 = 1.0 / (1L << 53);

    /// <summary>float32 in [0, 1) from 24 bits, four a block.</summary>
    internal static void Uniform(Philox stream, Span<float> values)
    {
        Span<uint> numbers = stackalloc uint[Philox.Batch];
        for (var i = 0; i < values.Length; i += Philox.Batch)
        {
            var length = Draw(stream, numbers, values.Length - i);
            var j = 0;
            for (; j <= length - Vector512<uint>.Count; j += Vector512<uint>.Count)
            {
                var bits = Vector512.ShiftRightLogical(Vector512.Create<uint>(numbers[j..]), 8).AsInt32();
                (Vector512.ConvertToSingle(bits) * Unit24).CopyTo(values[(i + j)..]);
            }

            for (; j < length; j++)
            {
                values[i + j] = (numbers[j] >> 8) * Unit24;
            }
        }
    }

    /// <summary>float64 in [0, 1) from 53 bits, two a block.</summary>
    internal static void Uniform(Philox stream, Span<double> values)
    {
        for (var i = 0; i < values.Length; i += 2)
        {
            var (a, b, c, d) = stream.Next();
            values[i] = Real(a, b);
            if (i + 1 < values.Length)
            {
                values[i + 1] = Real(c, d);
            }
        }
    }

    /// <summary>1/share with probability share, else 0; four a block.</summary>
    internal static void Mask<T>(Philox stream, Span<T> values, double share)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var (kept, limit) = (T.CreateTruncating(1 / share), (uint)Math.Min(share * 4294967296.0, uint.MaxValue));
        Span<uint> numbers = stackalloc uint[Philox.Batch];
        for (var i = 0; i < values.Length; i += Philox.Batch)
        {
            var length = Draw(stream, numbers, values.Length - i);
            if (typeof(T) == typeof(float) && length == Philox.Batch)
            {
                Mask(numbers, limit, float.CreateTruncating(kept), MemoryMarshal.Cast<T, float>(values.Slice(i, length)));
                continue;
            }

            for (var j = 0; j < length; j++)
            {
                values[i + j] = numbers[j] < limit ? kept : T.Zero;
            }
        }
    }

    private static void Mask(ReadOnlySpan<uint> numbers, uint limit, float kept, Span<float> values)
    {
        for (var j = 0; j < values.Length; j += Vector512<uint>.Count)
        {
            var isKept = Vector512.LessThan(Vector512.Create(numbers[j..]), Vector512.Create(limit)).AsSingle();
            Vector512.ConditionalSelect(isKept, Vector512.Create(kept), Vector512<float>.Zero).CopyTo(values[j..]);
        }
    }

    /// <summary>As many numbers as are wanted, at most a batch, from as many blocks as they need.</summary>
    private static int Draw(Philox stream, Span<uint> numbers, int wanted)
    {
        if (wanted >= Philox.Batch)
        {
            stream.Next(numbers);
            return Philox.Batch;
        }

        for (var i = 0; i < wanted; i += 4)
        {
            (numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]) = stream.Next();
        }

        return wanted;
    }

    /// <summary>Standard normal by Box and Muller (1958), two a block, in double.</summary>
    internal static void Normal<T>(Philox stream, Span<T> values)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        Span<double> radius = stackalloc double[Philox.Batch];
        Span<double> angle = stackalloc double[Philox.Batch];
        Span<double> wave = stackalloc double[Philox.Batch];
        for (var i = 0; i < values.Length; i += 2 * Philox.Batch)
        {
            var length = Math.Min(2 * Philox.Batch, values.Length - i);
            var blocks = (length + 1) / 2;
            Polar(stream, radius[..blocks], angle[..blocks]);
            TensorPrimitives.Cos(angle[..blocks], wave);
            Spread(radius[..blocks], wave, values.Slice(i, length), 0);
            TensorPrimitives.Sin(angle[..blocks], wave);
            Spread(radius[..blocks], wave, values.Slice(i, length), 1);
        }
    }

    private static void Polar(Philox stream, Span<double> radius, Span<double> angle)
    {
        for (var j = 0; j < radius.Length; j++)
        {
            var (a, b, c, d) = stream.Next();
            (radius[j], angle[j]) = (1 - Real(a, b), 2 * Math.PI * Real(c, d));
        }

        TensorPrimitives.Log(radius, radius);
        TensorPrimitives.Multiply(radius, -2, radius);
        TensorPrimitives.Sqrt(radius, radius);
    }

    private static void Spread<T>(ReadOnlySpan<double> radius, ReadOnlySpan<double> wave, Span<T> values, int first)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        for (var at = first; at < values.Length; at += 2)
        {
            values[at] = T.CreateTruncating(radius[at / 2] * wave[at / 2]);
        }
    }

    /// <summary>An integer in [0, bound), without bias (Lemire 2019).</summary>
    internal static long Below(Philox stream, long bound)
    {
        while (true)
        {
            var (a, b, _, _) = stream.Next();
            var high = Math.BigMul(((ulong)a << 32) | b, (ulong)bound, out var low);
            if (low >= (ulong)-bound % (ulong)bound)
            {
                return (long)high;
            }
        }
    }

    internal static double Real(uint high, uint low) => ((((ulong)high << 32) | low) >> 11) * Unit53;
}
