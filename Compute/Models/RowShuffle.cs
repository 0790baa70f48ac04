namespace GenoMed.Fhir.Compute.Models;

/// <summary>Seeded permutations of rows that are the same on every platform and .NET version.</summary>
/// <param name="seed">Gives the sequence of permutations.</param>
internal sealed class RowShuffle(long seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>The next permutation of 0..count-1 (Fisher and Yates, in Durstenfeld's form).</summary>
    public int[] Next(int count)
    {
        int[] rows = [.. Enumerable.Range(0, count)];
        for (var i = count - 1; i > 0; i--)
        {
            // The high half of a 64 × 32-bit product: its bias is below 2⁻³², far under what a shuffle can show.
            var j = (int)Math.BigMul(NextBits(), (ulong)(i + 1), out _);
            (rows[i], rows[j]) = (rows[j], rows[i]);
        }

        return rows;
    }

    /// <summary>SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).</summary>
    private ulong NextBits()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
