using System.Buffers.Binary;
using System.Text.Json;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Torch;

/// <summary>
/// Reads a file that may be hostile: the header's length is checked before it is parsed, every size against the bytes
/// that are there before anything is allocated, and the values must cover the rest of the file without gap or overlap.
/// </summary>
internal static class SafetensorsReader
{
    internal const string MetadataKey = "__metadata__";
    private const int MaxHeader = 16 << 20;
    private const int MaxDimensions = 8;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    internal static SafetensorsContent Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            return ReadChecked(file);
        }
        catch (InvalidOperationException problem)
        {
            // A text of the header is not valid Unicode; JsonElement says so only when it is asked for it.
            throw new SafetensorsException("The header holds a text that is not Unicode.", problem);
        }
    }

    private static SafetensorsContent ReadChecked(ReadOnlyMemory<byte> file)
    {
        var header = Header(file);
        var values = file[(sizeof(long) + header.Length)..];
        using var json = Parse(header);
        var entries = new List<SafetensorsEntry>();
        var metadata = new Dictionary<string, string>();
        foreach (var property in json.RootElement.EnumerateObject())
        {
            if (property.NameEquals(MetadataKey))
            {
                Texts(property.Value, metadata);
            }
            else
            {
                entries.Add(Entry(property, values.Length));
            }
        }

        Covered(entries, values.Length);
        return new SafetensorsContent(Tensors(entries, values), metadata);
    }

    private static ReadOnlyMemory<byte> Header(ReadOnlyMemory<byte> file)
    {
        if (file.Length < sizeof(long))
        {
            throw new SafetensorsException($"expected at least {sizeof(long)} bytes, got {file.Length}");
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(file.Span);
        return length <= MaxHeader && length <= (ulong)(file.Length - sizeof(long)) ? file.Slice(sizeof(long), (int)length)
            : throw new SafetensorsException($"expected a header within the {file.Length} bytes of the file and {MaxHeader}, got {length}");
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> header)
    {
        try
        {
            var json = JsonDocument.Parse(header, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json
                : throw new SafetensorsException($"expected a JSON object as header, got {json.RootElement.ValueKind}");
        }
        catch (JsonException problem)
        {
            throw new SafetensorsException($"The header is not JSON, or names something twice: {problem.Message}", problem);
        }
    }

    private static void Texts(JsonElement metadata, Dictionary<string, string> into)
    {
        Require(metadata.ValueKind == JsonValueKind.Object, MetadataKey, "an object of texts");
        foreach (var property in metadata.EnumerateObject())
        {
            Require(property.Value.ValueKind == JsonValueKind.String, MetadataKey, "an object of texts");
            into.Add(property.Name, property.Value.GetString()!);
        }
    }

    private static SafetensorsEntry Entry(JsonProperty property, int available)
    {
        var (name, value) = (property.Name, property.Value);
        Require(value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Count() == 3, name, "dtype, shape and data_offsets");
        Require(value.TryGetProperty("dtype", out var dtype) && dtype.ValueKind == JsonValueKind.String, name, "a dtype");
        var (_, type, bytes) = SafetensorsType.Of(dtype.GetString()!);
        var shape = Numbers(value, "shape", name);
        var offsets = Numbers(value, "data_offsets", name);
        Require(shape.Length <= MaxDimensions, name, $"at most {MaxDimensions} dimensions");
        Require(offsets.Length == 2 && offsets[0] <= offsets[1] && offsets[1] <= available, name, $"data_offsets within {available} bytes");
        Require(Size(shape, bytes, available) == offsets[1] - offsets[0], name, $"as many bytes as the shape [{string.Join(", ", shape)}] of {dtype} takes");
        return new SafetensorsEntry(name, type, shape, (int)offsets[0], (int)offsets[1]);
    }

    private static long[] Numbers(JsonElement entry, string what, string name)
    {
        Require(entry.TryGetProperty(what, out var list) && list.ValueKind == JsonValueKind.Array, name, what);
        var numbers = new List<long>();
        foreach (var element in list.EnumerateArray())
        {
            long number = 0;
            Require(element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out number) && number >= 0, name, $"whole numbers from 0 as {what}");
            numbers.Add(number);
            Require(numbers.Count <= MaxDimensions, name, $"at most {MaxDimensions} numbers as {what}");
        }

        return [.. numbers];
    }

    // -1 as soon as the size is more than there is, so that it cannot overflow.
    private static long Size(long[] shape, int bytes, int available)
    {
        long size = bytes;
        foreach (var dimension in shape)
        {
            if (dimension > 0 && size > available / dimension && !shape.Contains(0))
            {
                return -1;
            }

            size = dimension == 0 || size == 0 ? 0 : shape.Contains(0) ? size : size * dimension;
        }

        return size;
    }

    private static void Covered(List<SafetensorsEntry> entries, int available)
    {
        var end = 0;
        foreach (var entry in entries.OrderBy(entry => entry.Start).ThenBy(entry => entry.End))
        {
            Require(entry.Start == end, entry.Name, $"values from byte {end} on, without gap or overlap,");
            end = entry.End;
        }

        if (end != available)
        {
            throw new SafetensorsException($"expected {end} bytes of values, got {available}");
        }
    }

    private static Dictionary<string, torch.Tensor> Tensors(List<SafetensorsEntry> entries, ReadOnlyMemory<byte> values)
    {
        var tensors = new Dictionary<string, torch.Tensor>();
        foreach (var entry in entries)
        {
            tensors.Add(entry.Name, SafetensorsType.FromBytes(entry.Type, values.Span[entry.Start..entry.End], entry.Shape));
        }

        return tensors;
    }

    private static void Require(bool holds, string name, string expected)
    {
        if (!holds)
        {
            throw new SafetensorsException($"'{name}': expected {expected}");
        }
    }
}
