using System.Buffers;
using System.Text;

namespace GenoMed.Fhir.R5.References;

/// <summary>The primitive type id: 1 to 64 ASCII letters, digits, hyphens and dots.</summary>
public static class FhirId
{
    private const int MaxLength = 64;
    private const string Allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Allowed);
    private static readonly SearchValues<byte> Bytes = SearchValues.Create(Encoding.ASCII.GetBytes(Allowed));

    /// <summary>Whether the text is an id.</summary>
    public static bool IsValid(ReadOnlySpan<char> text) => text.Length is > 0 and <= MaxLength && !text.ContainsAnyExcept(Characters);

    internal static bool IsValid(ReadOnlySpan<byte> utf8) => utf8.Length is > 0 and <= MaxLength && !utf8.ContainsAnyExcept(Bytes);
}
