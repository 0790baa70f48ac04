using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>How this system writes JSON: compact, and letters beyond ASCII as themselves.</summary>
public static class JsonOutput
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = 256 };

    /// <summary>Builds a resource: <paramref name="body"/> writes the properties after resourceType.</summary>
    public static Resource Write(string resourceType, Action<Utf8JsonWriter> body) => Resource.FromTrusted(WriteValue(json =>
    {
        json.WriteStartObject();
        json.WriteString("resourceType"u8, resourceType);
        body(json);
        json.WriteEndObject();
    }));

    /// <summary>Builds one JSON value.</summary>
    public static ReadOnlyMemory<byte> WriteValue(Action<Utf8JsonWriter> value)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            value(json);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Writes a property only where there is a text.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>Writes a resource as the value of a property, its bytes as they are.</summary>
    public static void WriteResource(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Resource resource)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(resource.Json.Span, skipInputValidation: true);
    }
}
