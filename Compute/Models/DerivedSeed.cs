using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>Independent seeds from one: the first 8 bytes of SHA-256 over the seed and what it is for.</summary>
public static class DerivedSeed
{
    public static long From(long seed, params IEnumerable<string> purpose)
    {
        var text = FormattableString.Invariant($"{seed}") + string.Concat(purpose.Select(part => "\n" + part));
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) & long.MaxValue;
    }
}
