using System.Security.Cryptography;

namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>Names weights by their bytes.</summary>
public static class WeightsHash
{
    /// <summary>SHA-256 of the safetensors bytes, lower-case hexadecimal.</summary>
    public static string Of(ReadOnlySpan<byte> weights) => Convert.ToHexStringLower(SHA256.HashData(weights));
}
