using System.Text;

namespace GenoMed.Fhir.Store.Search;

/// <summary>The escapes of search values (FHIR R5, search.html#escaping): a backslash protects <c>, | $ \</c>.</summary>
public static class SearchText
{
    /// <summary>Parts between separators that are not escaped; their escapes still stand.</summary>
    public static IReadOnlyList<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == separator)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>The text as one value of a query.</summary>
    public static string Escape(string text)
        => text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal)
            .Replace("|", @"\|", StringComparison.Ordinal).Replace("$", @"\$", StringComparison.Ordinal);

    /// <summary>The text with its escapes undone.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isEscape = text[i] == '\\' && i + 1 < text.Length && text[i + 1] is (',' or '|' or '$' or '\\');
            plain.Append(text[isEscape ? ++i : i]);
        }

        return plain.ToString();
    }
}
