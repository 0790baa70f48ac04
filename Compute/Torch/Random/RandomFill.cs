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
        var i = 0;
        for (; i <= values.Length - 4; i += 4)
        {
            var (a, b, c, d) = stream.Next();
            values[i] = (a >> 8) * Unit24;
            values[i + 1] = (b >> 8) * Unit24;
            values[i + 2] = (c >> 8) * Unit24;
            values[i + 3] = (d >> 8) * Unit24;
        }

        if (i < values.Length)
        {
            Span<float> last = stackalloc float[4];
            Uniform(stream, last);
            last[..(values.Length - i)].CopyTo(values[i..]);
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
        var (kept, limit) = (T.CreateTruncating(1 / share), (ulong)(share * 4294967296.0));
        Span<T> choice = [T.Zero, kept];
        var i = 0;
        for (; i <= values.Length - 4; i += 4)
        {
            var (a, b, c, d) = stream.Next();
            values[i] = choice[a < limit ? 1 : 0];
            values[i + 1] = choice[b < limit ? 1 : 0];
            values[i + 2] = choice[c < limit ? 1 : 0];
            values[i + 3] = choice[d < limit ? 1 : 0];
        }

        if (i < values.Length)
        {
            Span<T> last = stackalloc T[4];
            Mask(stream, last, share);
            last[..(values.Length - i)].CopyTo(values[i..]);
        }
    }

    /// <summary>Standard normal by Box and Muller (1958), two a block, in double.</summary>
    internal static (double First, double Second) Normal(Philox stream)
    {
        var (a, b, c, d) = stream.Next();
        var radius = Math.Sqrt(-2 * Math.Log(1 - Real(a, b)));
        var (sin, cos) = Math.SinCos(2 * Math.PI * Real(c, d));
        return (radius * cos, radius * sin);
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
