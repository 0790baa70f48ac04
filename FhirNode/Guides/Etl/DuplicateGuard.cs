using System.Security.Cryptography;
using System.Text;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Remembers which identifiers were seen, as 128-bit hashes: a million patients cost some 40 MB whatever their names' lengths.</summary>
internal sealed class DuplicateGuard
{
    private readonly Dictionary<UInt128, long> _rows = [];

    /// <summary>False where the identifier was there before, then with its first row.</summary>
    public bool Add(string identifier, long row, out long first)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(identifier), hash);
        var key = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
        first = row;
        return _rows.TryAdd(key, row) || !_rows.TryGetValue(key, out first);
    }
}
