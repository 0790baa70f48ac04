using System.Text.Json;
using System.Text.Json.Serialization;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Contracts.Binding;

/// <summary>Lets a record hold a whole resource as it was sent.</summary>
internal sealed class ResourceConverter : JsonConverter<Resource>
{
    public override Resource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Resource.FromElement(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, Resource value, JsonSerializerOptions options)
        => writer.WriteRawValue(value.Json.Span);
}
