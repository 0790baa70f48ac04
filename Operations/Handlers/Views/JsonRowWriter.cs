using System.Buffers;
using System.Collections;
using System.Text.Json;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Operations.Views;

/// <summary>One JSON object a row: a line each (ndjson) or an array.</summary>
internal sealed class JsonRowWriter(IReadOnlyList<ViewColumn> columns, bool asArray) : IRowWriter
{
    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    private readonly JsonEncodedText[] _names = [.. columns.Select(column => JsonEncodedText.Encode(column.Name))];

    public string ContentType => asArray ? "application/json" : "application/x-ndjson";

    public ReadOnlyMemory<byte> Begin { get; } = asArray ? "["u8.ToArray() : default;

    public ReadOnlyMemory<byte> Between { get; } = asArray ? ","u8.ToArray() : default;

    public ReadOnlyMemory<byte> End { get; } = asArray ? "]"u8.ToArray() : default;

    public void Write(ViewRow row, ArrayBufferWriter<byte> output)
    {
        var json = _json ??= new Utf8JsonWriter(Stream.Null, JsonOutput.Options);
        json.Reset(output);
        json.WriteStartObject();
        for (var i = 0; i < _names.Length; i++)
        {
            json.WritePropertyName(_names[i]);
            WriteValue(json, row[i]);
        }

        json.WriteEndObject();
        json.Flush();
        output.Write(asArray ? [] : "\n"u8);
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case IEnumerable items:
                WriteArray(json, items);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteArray(Utf8JsonWriter json, IEnumerable items)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            WriteValue(json, item);
        }

        json.WriteEndArray();
    }
}
