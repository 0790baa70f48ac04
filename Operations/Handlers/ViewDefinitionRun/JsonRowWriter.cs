using System.Text.Encodings.Web;
using System.Text.Json;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Operations.ViewDefinitionRun;

/// <summary>One JSON object a row: a line each (ndjson) or an array.</summary>
internal sealed class JsonRowWriter : IRowWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly MemoryStream _bytes = new();
    private readonly IReadOnlyList<ViewColumn> _columns;
    private readonly bool _asArray;
    private readonly Utf8JsonWriter _json;
    private bool _any;

    public JsonRowWriter(IReadOnlyList<ViewColumn> columns, bool asArray)
    {
        _columns = columns;
        _asArray = asArray;
        _json = new Utf8JsonWriter(_bytes, Options);
    }

    public string ContentType => _asArray ? "application/json" : "application/x-ndjson";

    public long Length => _bytes.Length;

    public void Write(ViewRow row)
    {
        _bytes.Write(_asArray ? (_any ? ","u8 : "["u8) : []);
        _any = true;
        _json.WriteStartObject();
        for (var i = 0; i < _columns.Count; i++)
        {
            _json.WritePropertyName(_columns[i].Name);
            WriteValue(row[i]);
        }

        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _bytes.Write(_asArray ? [] : "\n"u8);
    }

    public byte[] Finish()
    {
        _bytes.Write(_asArray ? (_any ? "]"u8 : "[]"u8) : []);
        return _bytes.ToArray();
    }

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case string text:
                _json.WriteStringValue(text);
                break;
            case bool flag:
                _json.WriteBooleanValue(flag);
                break;
            case long whole:
                _json.WriteNumberValue(whole);
                break;
            case decimal number:
                _json.WriteNumberValue(number);
                break;
            case System.Collections.IEnumerable items:
                WriteArray(items);
                break;
            default:
                _json.WriteNullValue();
                break;
        }
    }

    private void WriteArray(System.Collections.IEnumerable items)
    {
        _json.WriteStartArray();
        foreach (var item in items)
        {
            WriteValue(item);
        }

        _json.WriteEndArray();
    }
}
