using System.Buffers;
using System.Buffers.Text;

namespace GenoMed.Fhir.R5.Validation;

/// <summary>Checks of primitive texts that need no regular expression and no string.</summary>
internal static class Utf8Primitives
{
    private const int UuidGroups = 5;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n\f\v"u8);
    private static readonly SearchValues<byte> LowerHexadecimal = SearchValues.Create("0123456789abcdef"u8);

    public static bool IsInteger(ReadOnlySpan<byte> text, long low, long high)
        => Utf8Parser.TryParse(text, out long value, out var length) && length == text.Length && value >= low && value <= high && HasNoLeadingZero(text) && (low < 0 || text[0] != '+');

    public static bool IsCode(ReadOnlySpan<byte> text)
    {
        for (var rest = text; ;)
        {
            var blank = rest.IndexOfAny(Blanks);
            if (blank < 0)
            {
                return rest.Length > 0;
            }

            if (blank == 0 || rest[blank] != ' ')
            {
                return false;
            }

            rest = rest[(blank + 1)..];
        }
    }

    public static bool IsUri(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAny(Blanks);

    public static bool IsBase64(ReadOnlySpan<byte> text) => !text.IsEmpty && Base64.IsValid(text) && !text.ContainsAny(Blanks);

    public static bool IsUuid(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("urn:uuid:"u8) || text.Length != 45)
        {
            return false;
        }

        var groups = 0;
        foreach (var group in text[9..].Split((byte)'-'))
        {
            var part = text[9..][group];
            var expected = groups switch { 0 => 8, 4 => 12, _ => 4 };
            if (part.Length != expected || part.ContainsAnyExcept(LowerHexadecimal))
            {
                return false;
            }

            groups++;
        }

        return groups == UuidGroups;
    }

    public static bool IsOid(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("urn:oid:"u8) || text.Length < 11 || text[8] is < (byte)'0' or > (byte)'2' || text[9] != '.')
        {
            return false;
        }

        var numbers = text[10..];
        foreach (var range in numbers.Split((byte)'.'))
        {
            var number = numbers[range];
            if (number.IsEmpty || number.ContainsAnyExceptInRange((byte)'0', (byte)'9') || (number.Length > 1 && number[0] == '0'))
            {
                return false;
            }
        }

        return true;
    }

    // 0 stands alone and unsigned.
    private static bool HasNoLeadingZero(ReadOnlySpan<byte> text)
    {
        var digits = text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        return digits[0] != '0' || text.Length == 1;
    }
}
