namespace GenoMed.Fhir.Compute.Models;

/// <summary>
/// A seeded stream of random numbers in float64 for work outside tensors (sampling of mixtures and networks), the same
/// on every platform and .NET version: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
/// </summary>
/// <param name="seed">Gives the stream.</param>
internal sealed class RandomStream(long seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>Uniform in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0..count-1; the bias is below 2⁻³².</summary>
    public int NextInt(int count) => (int)Math.BigMul(NextBits(), (ulong)count, out _);

    /// <summary>Standard normal (Box and Muller, the cosine half).</summary>
    public double NextNormal() =>
        Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>An index with a probability in proportion to its weight.</summary>
    /// <param name="weights">0 or more, with a positive sum.</param>
    public int NextIndex(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var (left, last) = (NextDouble() * total, 0);
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            last = weights[i] > 0 ? i : last;
            if (left < 0)
            {
                return i;
            }
        }

        // Rounding may leave a crumb beyond the last weight: it belongs to the last index that can occur.
        return last;
    }

    private ulong NextBits()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
