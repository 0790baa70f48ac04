using System.Security.Cryptography;
using System.Text;

namespace GenoMed.Fhir.Store.Postgres.Connections;

/// <summary>
/// Text as the index holds it. PostgreSQL refuses U+0000 in text, and a key of more than a third of a page; a longer
/// text is cut, and ends with a digest of the whole, so that equal texts stay equal and others different. What lies
/// behind the cut is not found by <c>:contains</c>.
/// </summary>
internal static class PostgresText
{
    /// <summary>UTF-16 units of a text that is kept whole: two such texts are at most 2,400 bytes, of the 2,704 that a key may have in all.</summary>
    public const int Longest = 400;

    private const int Kept = 330;

    public static string Key(string text)
    {
        if (text.Length > Longest)
        {
            text = Cut(text) + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }

        return Plain(text);
    }

    /// <summary>A text that a query compares with; the queries shorten theirs as the index does, and a list of many values is one text.</summary>
    public static string Plain(string text) => text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;

    private static string Cut(string text) => char.IsHighSurrogate(text[Kept - 1]) ? text[..(Kept - 1)] : text[..Kept];
}
