using System.Security.Cryptography;
using System.Text;

namespace GenoMed.Fhir.Store.Index.Values;

/// <summary>
/// Texts as they stand in the index and as they are looked up there. A key of an engine's index must stay short
/// (PostgreSQL: 2,704 bytes), so of a long text the beginning and the digest of all of it are kept: equal texts stay
/// equal, others different, and what the text begins with can be searched up to that length.
/// </summary>
internal static class IndexText
{
    /// <summary>Characters of the longest text that is kept as it is.</summary>
    private const int Longest = 400;
    private const int Kept = Longest - 64;

    public static string Limit(string text) => text.Length <= Longest ? text : Beginning(text) + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // Never half of a surrogate pair.
    private static string Beginning(string text) => text[..(char.IsHighSurrogate(text[Kept - 1]) ? Kept - 1 : Kept)];
}
