using System.Security.Cryptography;

namespace GenoMed.Fhir.Compute.Models.Privacy;

/// <summary>
/// The operating system's random bytes as uniform and normal numbers (Box and Muller 1958). The one place where the same
/// seed does not give the same bytes. The numbers are float64 and not discretised, so that the attack of Mironov (CCS
/// 2012) on low-order bits is not ruled out; what is released is rounded to float32.
/// </summary>
public sealed class SecretRandom : ISecretRandom
{
    private double? _spare;

    /// <inheritdoc/>
    public double Uniform()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return ((BitConverter.ToUInt64(bytes) >> 11) + 1) / (double)(1UL << 53);
    }

    /// <inheritdoc/>
    public double Normal()
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
}
