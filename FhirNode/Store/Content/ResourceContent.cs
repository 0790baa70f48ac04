using System.Buffers;
using System.Text.Json;

namespace GenoMed.Fhir.Store.Content;

/// <summary>
/// A resource's JSON cut at its top level, so that id and meta can be set without writing the rest anew:
/// every other property keeps its bytes, decimals their precision.
/// </summary>
internal sealed class ResourceContent
{
    private readonly ReadOnlyMemory<byte> _json;
    private readonly List<Range> _properties = [];
    private readonly List<Range> _meta = [];

    private ResourceContent(ReadOnlyMemory<byte> json) => _json = json;

    public static ResourceContent Cut(ReadOnlyMemory<byte> json)
    {
        var content = new ResourceContent(json);
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = 128 });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            content.TakeProperty(ref reader);
        }

        return content;
    }

    /// <summary>The whole resource with these values; resourceType, id and meta come first.</summary>
    public byte[] With(string resourceType, string id, long versionId, DateTimeOffset lastUpdated)
    {
        var buffer = new ArrayBufferWriter<byte>(_json.Length + 128);
        ContentWriter.Write(buffer, $"{{\"resourceType\":\"{resourceType}\",\"id\":\"{id}\",\"meta\":{{\"versionId\":\"{versionId}\",\"lastUpdated\":\"{Instant.Format(lastUpdated)}\"");
        WriteAll(buffer, _meta);
        buffer.Write("}"u8);
        WriteAll(buffer, _properties);
        buffer.Write("}"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private void TakeProperty(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        var isMeta = reader.ValueTextEquals("meta"u8);
        var isKnown = reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("resourceType"u8);
        reader.Read();
        if (isMeta && reader.TokenType == JsonTokenType.StartObject)
        {
            TakeMeta(ref reader);
            return;
        }

        reader.Skip();
        if (!isKnown && !isMeta)
        {
            _properties.Add(start..(int)reader.BytesConsumed);
        }
    }

    private void TakeMeta(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var isKnown = reader.ValueTextEquals("versionId"u8) || reader.ValueTextEquals("lastUpdated"u8);
            reader.Read();
            reader.Skip();
            if (!isKnown)
            {
                _meta.Add(start..(int)reader.BytesConsumed);
            }
        }
    }

    private void WriteAll(ArrayBufferWriter<byte> buffer, List<Range> slices)
    {
        foreach (var slice in slices)
        {
            buffer.Write(","u8);
            buffer.Write(_json.Span[slice]);
        }
    }
}
