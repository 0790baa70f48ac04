using System.Buffers.Binary;
using System.Text.Json;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Torch;

/// <summary>Lays a file out: header length, header, values in the order of their names.</summary>
internal static class SafetensorsWriter
{
    private const int Alignment = 8;

    internal static byte[] Write(IReadOnlyDictionary<string, torch.Tensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var sorted = tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        var header = Header(sorted, metadata);
        var padded = (header.Length + Alignment - 1) / Alignment * Alignment;
        var start = sizeof(long) + padded;
        var file = new byte[checked(start + sorted.Sum(pair => Length(pair.Value)))];
        BinaryPrimitives.WriteInt64LittleEndian(file, padded);
        header.CopyTo(file, sizeof(long));
        file.AsSpan(sizeof(long) + header.Length, padded - header.Length).Fill((byte)' ');
        foreach (var (_, tensor) in sorted)
        {
            using var values = tensor.detach().contiguous();
            values.bytes.CopyTo(file.AsSpan(start));
            start += (int)Length(tensor);
        }

        return file;
    }

    private static byte[] Header(KeyValuePair<string, torch.Tensor>[] tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            long start = 0;
            foreach (var (name, tensor) in tensors)
            {
                WriteTensor(json, name, tensor, start);
                start += Length(tensor);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
        {
            return;
        }

        json.WriteStartObject(SafetensorsReader.MetadataKey);
        foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void WriteTensor(Utf8JsonWriter json, string name, torch.Tensor tensor, long start)
    {
        if (name == SafetensorsReader.MetadataKey)
        {
            throw new ArgumentException($"A tensor cannot be called '{name}'.");
        }

        json.WriteStartObject(name);
        json.WriteString("dtype", SafetensorsType.Of(tensor.dtype).Name);
        WriteNumbers(json, "shape", tensor.shape);
        WriteNumbers(json, "data_offsets", [start, start + Length(tensor)]);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, long[] numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static long Length(torch.Tensor tensor) => tensor.numel() * SafetensorsType.Of(tensor.dtype).Bytes;
}
