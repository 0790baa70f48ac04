using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>A 95 % interval, written as <c>[lower, upper]</c>.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct Interval(double Lower, double Upper)
{
    internal sealed class Converter : JsonConverter<Interval>
    {
        public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => JsonSerializer.Deserialize<double[]>(ref reader, options) is [var lower, var upper]
                ? new Interval(lower, upper)
                : throw new JsonException("An interval is [lower, upper].");

        public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Lower);
            writer.WriteNumberValue(value.Upper);
            writer.WriteEndArray();
        }
    }
}
