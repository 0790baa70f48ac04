using System.Globalization;
using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>A JSON Pointer (RFC 6901): where a value stands, by its parent and its own name or index.</summary>
internal sealed class JsonPointer
{
    private readonly string[] _tokens;

    private JsonPointer(string text, string[] tokens)
    {
        Text = text;
        _tokens = tokens;
    }

    public string Text { get; }

    public bool IsRoot => _tokens.Length == 0;

    /// <summary>How many objects and arrays stand around the value.</summary>
    public int Depth => _tokens.Length;

    /// <summary>The last token: a property's name, an index, or <c>-</c>.</summary>
    public string Last => _tokens[^1];

    /// <summary>Null for a text that is no pointer.</summary>
    public static JsonPointer? TryParse(string text)
    {
        if (text.Length == 0)
        {
            return new JsonPointer(text, []);
        }

        return text[0] == '/' && !HasBadEscape(text)
            ? new JsonPointer(text, [.. text[1..].Split('/').Select(Unescape)])
            : null;
    }

    /// <summary>Whether this one stands above another: a value cannot be moved into itself.</summary>
    public bool IsAbove(JsonPointer other) => other._tokens.Length > _tokens.Length && _tokens.SequenceEqual(other._tokens[.._tokens.Length]);

    /// <summary>The value, or null and false where there is none.</summary>
    public bool TryFind(JsonNode? root, out JsonNode? found)
    {
        found = root;
        foreach (var token in _tokens)
        {
            if (!TryStep(found, token, out found))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What holds the value: an object or array; null where it is not there.</summary>
    public JsonNode? Parent(JsonNode? root) => new JsonPointer(Text, _tokens[..^1]).TryFind(root, out var parent) ? parent : null;

    /// <summary>An index without leading zeros, or -1.</summary>
    public static int Index(string token)
        => (token is "0" || (token is [>= '1' and <= '9', ..] && token.All(char.IsAsciiDigit))) && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;

    private static bool TryStep(JsonNode? node, string token, out JsonNode? next)
    {
        next = null;
        if (node is JsonObject properties)
        {
            return properties.TryGetPropertyValue(token, out next);
        }

        if (node is not JsonArray items || Index(token) is var index && (index < 0 || index >= items.Count))
        {
            return false;
        }

        next = items[index];
        return true;
    }

    private static bool HasBadEscape(string text)
    {
        for (var at = text.IndexOf('~', StringComparison.Ordinal); at >= 0; at = text.IndexOf('~', at + 1))
        {
            if (at + 1 == text.Length || text[at + 1] is not ('0' or '1'))
            {
                return true;
            }
        }

        return false;
    }

    // ~1 first: ~01 means ~1, not /.
    private static string Unescape(string token) => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
