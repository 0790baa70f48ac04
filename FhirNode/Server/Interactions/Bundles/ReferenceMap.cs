using System.Text.RegularExpressions;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.Node.Interactions.Bundles;

/// <summary>
/// What the URLs of a transaction come to: each entry's fullUrl, and each conditional reference (R5 http.html,
/// "Transaction Processing Rules").
/// </summary>
internal sealed partial class ReferenceMap
{
    private readonly Dictionary<string, string> _urls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _conditional = new(StringComparer.Ordinal);

    public bool IsEmpty => _urls.Count == 0 && _conditional.Count == 0;

    /// <summary>False when the URL is there already.</summary>
    public bool TryAdd(string fullUrl, string reference) => _urls.TryAdd(fullUrl, reference);

    public bool Knows(string conditional) => _conditional.ContainsKey(conditional);

    public void AddConditional(string conditional, string reference) => _conditional.Add(conditional, reference);

    /// <summary>The new text, or null where the text stays.</summary>
    /// <param name="text">As it stands.</param>
    /// <param name="role">What it is.</param>
    /// <param name="baseUrl">The server that the entry's own fullUrl names: its relative references belong there.</param>
    public string? Find(string text, UrlRole role, string? baseUrl) => role switch
    {
        UrlRole.Narrative => Narrative(text, baseUrl),
        UrlRole.Reference => Whole(text) ?? _conditional.GetValueOrDefault(text) ?? Fragment(text) ?? Relative(text, baseUrl),
        _ => Whole(text),
    };

    private string? Whole(string text) => _urls.GetValueOrDefault(text);

    // urn:uuid:1#part refers to something inside the entry.
    private string? Fragment(string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        return hash > 0 && Whole(text[..hash]) is { } entry ? entry + text[hash..] : null;
    }

    private string? Relative(string text, string? baseUrl) => baseUrl is null ? null : Whole($"{baseUrl}/{text}");

    private string? Narrative(string text, string? baseUrl)
    {
        var replaced = Links().Replace(text, match => Whole(match.Value) ?? Relative(match.Value, baseUrl) ?? match.Value);
        return replaced == text ? null : replaced;
    }

    // R5 http.html: <a href=""> and <img src=""> in the narrative.
    [GeneratedRegex("""(?<=<(?:a|img)\b[^>]*\b(?:href|src)\s*=\s*["'])[^"'<>]+(?=["'])""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();
}
