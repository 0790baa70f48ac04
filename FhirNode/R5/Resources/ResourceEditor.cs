using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>Makes changed copies of resources. What is not changed keeps its bytes: the precision of decimals, the escapes of strings.</summary>
public static class ResourceEditor
{
    private static ReadOnlySpan<byte> NoTime => "0000-00-00T00:00:00.000Z"u8;

    /// <summary>
    /// Sets what the server owns: <c>id</c>, <c>meta.versionId</c> and <c>meta.lastUpdated</c>. The rest of meta
    /// (profile, security, tag, source, extensions) stays. Blanks between tokens are dropped.
    /// </summary>
    /// <exception cref="OperationProblem"><c>meta</c> is not an object.</exception>
    public static Resource WithIdAndMeta(Resource resource, string id, string versionId, DateTimeOffset lastUpdated)
    {
        var draft = ResourceDraft.Of(resource, id, versionId);
        return draft.At(lastUpdated);
    }

    /// <summary>Writes the version but for its time, and tells where that belongs.</summary>
    internal static int WriteWithoutTime(ArrayBufferWriter<byte> buffer, Resource resource, string id, string versionId)
    {
        buffer.Write("{\"resourceType\":"u8);
        WriteString(buffer, resource.ResourceType);
        buffer.Write(",\"id\":"u8);
        WriteString(buffer, id);
        buffer.Write(",\"meta\":{\"versionId\":"u8);
        WriteString(buffer, versionId);
        buffer.Write(",\"lastUpdated\":\""u8);
        var time = buffer.WrittenCount;
        buffer.Write(NoTime);
        buffer.Write("\""u8);
        if (resource.Element.TryGetProperty("meta"u8, out var meta))
        {
            CopyProperties(buffer, RequireObject(meta, resource), static property
                => property.NameEquals("versionId"u8) || property.NameEquals("lastUpdated"u8) || property.NameEquals("_versionId"u8) || property.NameEquals("_lastUpdated"u8));
        }

        buffer.Write("}"u8);
        CopyProperties(buffer, resource.Element, static property
            => property.NameEquals("resourceType"u8) || property.NameEquals("id"u8) || property.NameEquals("meta"u8));
        buffer.Write("}"u8);
        return time;
    }

    private static JsonElement RequireObject(JsonElement meta, Resource resource)
        => meta.ValueKind == JsonValueKind.Object
            ? meta
            : throw OperationProblem.Structure($"meta must be an object; this is {meta.ValueKind}.", resource.ResourceType + ".meta");

    private static void CopyProperties(ArrayBufferWriter<byte> buffer, JsonElement element, Predicate<JsonProperty> isReplaced)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!isReplaced(property))
            {
                buffer.Write(",\""u8);
                buffer.Write(JsonMarshal.GetRawUtf8PropertyName(property));
                buffer.Write("\":"u8);
                CompactJson.Copy(JsonMarshal.GetRawUtf8Value(property.Value), buffer);
            }
        }
    }

    private static void WriteString(ArrayBufferWriter<byte> buffer, string text)
    {
        buffer.Write("\""u8);
        buffer.Write(JsonEncodedText.Encode(text, JsonOutput.Options.Encoder).EncodedUtf8Bytes);
        buffer.Write("\""u8);
    }
}
