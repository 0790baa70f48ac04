using System.Security.Cryptography;
using System.Text;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>The name a patient goes by outside the file: HMAC-SHA256 under the node's key (hex), or the source's own where there is no key.</summary>
internal sealed class Pseudonym(ReadOnlyMemory<byte>? key)
{
    public string Of(string source) => key is { } known
        ? Convert.ToHexStringLower(HMACSHA256.HashData(known.Span, Encoding.UTF8.GetBytes(source)))
        : source;
}
