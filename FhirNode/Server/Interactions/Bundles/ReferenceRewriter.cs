using System.Buffers;
using System.Text.Json;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Interactions.Bundles;

/// <summary>
/// Replaces references inside a resource's JSON; every other byte stays as the client wrote it. A string equal to
/// another entry's fullUrl is replaced wherever it stands (R5 http.html, "Transaction Processing Rules": references,
/// and elements of type uri, url, oid, uuid), and a conditional reference where the property is <c>reference</c>.
/// </summary>
internal static class ReferenceRewriter
{
    /// <summary>The conditional references (<c>Patient?identifier=x</c>) of a resource.</summary>
    public static IReadOnlyList<string> Conditional(Resource resource)
    {
        if (resource.Json.Span.IndexOf((byte)'?') < 0)
        {
            return [];
        }

        var found = new List<string>();
        Walk(resource.Json.Span, (text, isReference, _, _) =>
        {
            if (isReference && IsConditional(text))
            {
                found.Add(text);
            }
        });
        return found;
    }

    /// <summary>
    /// A <c>urn:uuid:</c> or <c>urn:oid:</c> reference that is still there, or null. A Bundle is left alone: its
    /// references are about its own entries.
    /// </summary>
    public static string? Unresolved(Resource resource)
    {
        string? found = null;
        if (resource.ResourceType != "Bundle" && resource.Json.Span.IndexOf("\"urn:"u8) >= 0)
        {
            Walk(resource.Json.Span, (text, isReference, _, _) => found ??= isReference && IsTemporary(text) ? text : null);
        }

        return found;
    }

    /// <param name="resource">What to rewrite.</param>
    /// <param name="references">Old text to new: <c>urn:uuid:...</c> to <c>Patient/1</c>.</param>
    public static Resource Rewrite(Resource resource, IReadOnlyDictionary<string, string> references)
    {
        if (references.Count == 0)
        {
            return resource;
        }

        var json = resource.Json;
        var output = new ArrayBufferWriter<byte>(json.Length);
        var copied = 0;
        Walk(json.Span, (text, isReference, start, end) =>
        {
            if (New(text, isReference, references) is { } replacement)
            {
                output.Write(json.Span[copied..start]);
                WriteString(output, replacement);
                copied = end;
            }
        });
        if (copied == 0)
        {
            return resource;
        }

        output.Write(json.Span[copied..]);
        return Resource.FromTrusted(output.WrittenMemory);
    }

    private static string? New(string text, bool isReference, IReadOnlyDictionary<string, string> references)
    {
        if (references.TryGetValue(text, out var whole))
        {
            return whole;
        }

        // urn:uuid:1#part refers to something inside the entry.
        var hash = isReference ? text.IndexOf('#', StringComparison.Ordinal) : -1;
        return hash > 0 && references.TryGetValue(text[..hash], out var entry) ? entry + text[hash..] : null;
    }

    private static bool IsTemporary(string text)
        => text.StartsWith("urn:uuid:", StringComparison.Ordinal) || text.StartsWith("urn:oid:", StringComparison.Ordinal);

    private static bool IsConditional(string text) => text.Contains('?', StringComparison.Ordinal) && char.IsAsciiLetterUpper(text[0]);

    private delegate void Visit(string text, bool isReference, int start, int end);

    // Only strings that could be references are decoded.
    private static void Walk(ReadOnlySpan<byte> json, Visit visit)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 128 });
        var isReference = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && (isReference || CouldBeUrl(reader.ValueSpan)))
            {
                visit(reader.GetString()!, isReference, (int)reader.TokenStartIndex, (int)reader.BytesConsumed);
            }

            isReference = reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("reference"u8);
        }
    }

    private static bool CouldBeUrl(ReadOnlySpan<byte> value) => value.StartsWith("urn:"u8) || value.StartsWith("http"u8);

    private static void WriteString(ArrayBufferWriter<byte> output, string text)
    {
        output.Write("\""u8);
        output.Write(JsonEncodedText.Encode(text).EncodedUtf8Bytes);
        output.Write("\""u8);
    }
}
