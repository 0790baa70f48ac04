using Microsoft.AspNetCore.WebUtilities;

namespace GenoMed.Fhir.Node.Http;

/// <summary>Query strings as ordered pairs; a repeated name stays repeated (AND in FHIR's search).</summary>
internal static class QueryText
{
    /// <param name="query">With or without its question mark.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(string? query)
    {
        if (string.IsNullOrEmpty(query) || query == "?")
        {
            return [];
        }

        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            pairs.Add(KeyValuePair.Create(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return pairs;
    }

    /// <summary>Splits <c>Patient?identifier=x</c> into its path and its parameters.</summary>
    public static (string Path, IReadOnlyList<KeyValuePair<string, string>> Parameters) Split(string url)
    {
        var mark = url.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (url, []) : (url[..mark], Parse(url[mark..]));
    }
}
