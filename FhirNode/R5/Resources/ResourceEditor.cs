using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>Makes changed copies of resources. What is not changed keeps its bytes: the precision of decimals, the escapes of strings.</summary>
public static class ResourceEditor
{
    /// <summary>
    /// Sets what the server owns: <c>id</c>, <c>meta.versionId</c> and <c>meta.lastUpdated</c>. The rest of meta
    /// (profile, security, tag, source, extensions) stays. Blanks between tokens are dropped.
    /// </summary>
    /// <exception cref="OperationProblem"><c>meta</c> is not an object.</exception>
    public static Resource WithIdAndMeta(Resource resource, string id, string versionId, DateTimeOffset lastUpdated)
    {
        var buffer = new ArrayBufferWriter<byte>(resource.Json.Length + 128);
        buffer.Write("{\"resourceType\":"u8);
        WriteString(buffer, resource.ResourceType);
        buffer.Write(",\"id\":"u8);
        WriteString(buffer, id);
        WriteMeta(buffer, resource, versionId, FhirInstant.Format(lastUpdated));
        CopyProperties(buffer, resource.Element, static name => name is "resourceType" or "id" or "meta");
        buffer.Write("}"u8);
        return Resource.FromTrusted(buffer.WrittenMemory);
    }

    private static void WriteMeta(ArrayBufferWriter<byte> buffer, Resource resource, string versionId, string lastUpdated)
    {
        buffer.Write(",\"meta\":{\"versionId\":"u8);
        WriteString(buffer, versionId);
        buffer.Write(",\"lastUpdated\":"u8);
        WriteString(buffer, lastUpdated);
        if (resource.Element.TryGetProperty("meta", out var meta))
        {
            CopyProperties(buffer, RequireObject(meta, resource), static name => name is "versionId" or "lastUpdated" or "_versionId" or "_lastUpdated");
        }

        buffer.Write("}"u8);
    }

    private static JsonElement RequireObject(JsonElement meta, Resource resource)
        => meta.ValueKind == JsonValueKind.Object
            ? meta
            : throw OperationProblem.Structure($"meta must be an object; this is {meta.ValueKind}.", resource.ResourceType + ".meta");

    private static void CopyProperties(ArrayBufferWriter<byte> buffer, JsonElement element, Predicate<string> isReplaced)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!isReplaced(property.Name))
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
        using var json = new Utf8JsonWriter(buffer, JsonOutput.Options);
        json.WriteStringValue(text);
    }
}
