using System.Buffers;
using System.Globalization;
using System.Text;

namespace GenoMed.Fhir.Node.Search.Filters;

/// <summary>The quoted values of a filter: JSON strings (RFC 8259, section 7).</summary>
internal static class FilterString
{
    private const string Escapes = "\"\\/bfnrt";
    private const string Meanings = "\"\\/\b\f\n\r\t";

    /// <summary>Reads from the opening quote to behind the closing one.</summary>
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">Invalid: not closed, an unknown escape, or a character that FHIR's strings have not.</exception>
    public static string Read(FilterScanner from)
    {
        var start = from.Position;
        from.Require('"', "before a string");
        var plain = new StringBuilder();
        while (!from.Take('"'))
        {
            plain.Append(from.TakeWhile(letter => letter is not ('"' or '\\')));
            if (from.IsAtEnd)
            {
                throw FilterProblem.At(start, "this string has no closing quote.");
            }

            if (from.Take('\\'))
            {
                plain.Append(Escaped(from));
            }
        }

        var text = plain.ToString();
        return IsText(text) ? text : throw FilterProblem.At(start, "this string holds U+0000 or half of a surrogate pair; FHIR's strings have neither.");
    }

    /// <summary>Whether the text has no U+0000 and no half of a surrogate pair.</summary>
    public static bool IsText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done || rune.Value == 0)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }

    private static char Escaped(FilterScanner from)
    {
        var place = from.Position;
        if (from.Take('u'))
        {
            return Code(from, place);
        }

        var escape = Escapes.IndexOf(from.Next, StringComparison.Ordinal);
        if (escape < 0 || from.IsAtEnd)
        {
            throw FilterProblem.At(place, $"'\\{from.Next}' is no escape of a JSON string.");
        }

        from.Take(from.Next);
        return Meanings[escape];
    }

    private static char Code(FilterScanner from, int place)
    {
        var digits = 0;
        var code = from.TakeWhile(letter => char.IsAsciiHexDigit(letter) && digits++ < 4);
        return code.Length == 4
            ? (char)ushort.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : throw FilterProblem.At(place, "\\u takes four hexadecimal digits.");
    }
}
