using System.Security.Cryptography;

namespace GenoMed.Fhir.Compute.Federation.Privacy;

/// <summary>
/// Standard normal numbers from the operating system's random bytes (Box and Muller 1958). Not from the plan's seed: a
/// plan is known to all, and who can repeat the noise can take it off. It is the one place where the same seed does not
/// give the same bytes. The numbers are float64 and not discretised, so that the attack of Mironov (CCS 2012) on
/// low-order bits is not ruled out; the result is rounded to float32.
/// </summary>
internal sealed class SecretNoise : INoise
{
    private double? _spare;

    public double Next()
    {
        if (_spare is { } spare)
        {
            _spare = null;
            return spare;
        }

        var (radius, angle) = (Math.Sqrt(-2 * Math.Log(Uniform())), 2 * Math.PI * Uniform());
        _spare = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    /// <summary>Above 0 up to 1, 53 bits.</summary>
    private static double Uniform()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return ((BitConverter.ToUInt64(bytes) >> 11) + 1) / (double)(1UL << 53);
    }
}
