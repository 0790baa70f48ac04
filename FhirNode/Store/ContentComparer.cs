using System.Text.Json;

namespace GenoMed.Fhir.Store;

/// <summary>
/// Whether two resources with the same id and meta.versionId say the same: white space and escapes do not count;
/// the order of properties and the digits of a decimal (1.0 is not 1) do.
/// </summary>
internal static class ContentComparer
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 128 };

    public static bool Same(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => left.SequenceEqual(right) || SameTokens(left, right);

    private static bool SameTokens(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var a = new Utf8JsonReader(left, Options);
        var b = new Utf8JsonReader(right, Options);
        while (a.Read())
        {
            if (!b.Read() || !SameToken(ref a, ref b))
            {
                return false;
            }
        }

        return !b.Read();
    }

    private static bool SameToken(ref Utf8JsonReader a, ref Utf8JsonReader b)
    {
        if (a.TokenType != b.TokenType)
        {
            return false;
        }

        var isText = a.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        return isText && (a.ValueIsEscaped || b.ValueIsEscaped)
            ? a.GetString() == b.GetString()
            : a.ValueSpan.SequenceEqual(b.ValueSpan);
    }
}
