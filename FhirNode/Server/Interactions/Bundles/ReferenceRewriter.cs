using System.Buffers;
using System.Text.Json;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Interactions.Bundles;

/// <summary>Replaces URLs inside a resource's JSON, in elements whose types may hold them; every other byte stays as the client wrote it.</summary>
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
        var walk = new UrlWalk(resource);
        while (walk.MoveNext())
        {
            if (walk.Role == UrlRole.Reference && walk.Bytes.Contains((byte)'?') && IsConditional(walk.Text))
            {
                found.Add(walk.Text);
            }
        }

        return found;
    }

    /// <summary>
    /// A <c>urn:uuid:</c> or <c>urn:oid:</c> reference that is still there, or null. A Bundle is left alone: its
    /// references are about its own entries.
    /// </summary>
    public static string? Unresolved(Resource resource)
    {
        if (resource.ResourceType == "Bundle" || resource.Json.Span.IndexOf("\"urn:"u8) < 0)
        {
            return null;
        }

        var walk = new UrlWalk(resource);
        while (walk.MoveNext())
        {
            if (walk.Role == UrlRole.Reference && (walk.Bytes.StartsWith("urn:uuid:"u8) || walk.Bytes.StartsWith("urn:oid:"u8)))
            {
                return walk.Text;
            }
        }

        return null;
    }

    /// <param name="resource">What to rewrite.</param>
    /// <param name="map">Old URLs to new references.</param>
    /// <param name="baseUrl">The server that the resource's fullUrl names, or null.</param>
    public static Resource Rewrite(Resource resource, ReferenceMap map, string? baseUrl)
    {
        if (map.IsEmpty)
        {
            return resource;
        }

        var output = new ArrayBufferWriter<byte>(resource.Json.Length + 256);
        var copied = 0;
        var walk = new UrlWalk(resource);
        while (walk.MoveNext())
        {
            if (map.Find(walk.Text, walk.Role, baseUrl) is { } replacement)
            {
                output.Write(resource.Json.Span[copied..walk.Start]);
                WriteString(output, replacement);
                copied = walk.End;
            }
        }

        if (copied == 0)
        {
            return resource;
        }

        output.Write(resource.Json.Span[copied..]);
        return Resource.FromTrusted(output.WrittenMemory);
    }

    private static bool IsConditional(string text) => text.Contains('?', StringComparison.Ordinal) && char.IsAsciiLetterUpper(text[0]);

    private static void WriteString(ArrayBufferWriter<byte> output, string text)
    {
        output.Write("\""u8);
        output.Write(JsonEncodedText.Encode(text, JsonOutput.Options.Encoder).EncodedUtf8Bytes);
        output.Write("\""u8);
    }
}
