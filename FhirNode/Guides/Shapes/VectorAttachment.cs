using System.Buffers.Binary;
using System.Text.Json;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>
/// A vector of numbers as an Attachment: little-endian IEEE 754, single precision where that loses nothing (an
/// embedding), else double. One attachment instead of thousands of components.
/// </summary>
internal static class VectorAttachment
{
    public const string Float32 = "application/vnd.genomed.vector+float32";
    public const string Float64 = "application/vnd.genomed.vector+float64";

    public static void Write(Utf8JsonWriter json, ReadOnlySpan<double> values, FeatureDefinition feature)
    {
        var single = IsSingle(values);
        json.WriteStartObject("valueAttachment"u8);
        json.WriteString("contentType"u8, single ? Float32 : Float64);
        json.WriteBase64String("data"u8, single ? Singles(values) : Doubles(values));
        json.WriteString("title"u8, Title(feature));
        json.WriteEndObject();
    }

    /// <summary>The numbers, or null where the content is not of these kinds.</summary>
    public static double[]? Read(string? contentType, string? data)
    {
        var bytes = new byte[data?.Length ?? 0];
        return data is null || !Convert.TryFromBase64String(data, bytes, out var length) ? null : contentType switch
        {
            Float32 when length % sizeof(float) == 0 => [.. Enumerable.Range(0, length / sizeof(float)).Select(i => (double)BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float))))],
            Float64 when length % sizeof(double) == 0 => [.. Enumerable.Range(0, length / sizeof(double)).Select(i => BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(i * sizeof(double))))],
            _ => null,
        };
    }

    /// <summary>The name, and the codes of the numbers in their order.</summary>
    private static string Title(FeatureDefinition feature) => feature.Elements.Count == 0
        ? feature.Feature.Label
        : $"{feature.Feature.Label}: {string.Join(' ', feature.Elements.Select(element => element.Code))}";

    private static bool IsSingle(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if ((float)value != value)
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] Singles(ReadOnlySpan<double> values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), (float)values[i]);
        }

        return bytes;
    }

    private static byte[] Doubles(ReadOnlySpan<double> values)
    {
        var bytes = new byte[values.Length * sizeof(double)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), values[i]);
        }

        return bytes;
    }
}
