using System.Text.Json;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>One <c>operation</c> of a CapabilityStatement.</summary>
/// <param name="Name">Without the dollar sign.</param>
/// <param name="Definition">Canonical URL of the OperationDefinition.</param>
/// <param name="Documentation">What to know before calling it.</param>
public sealed record CapabilityOperation(string Name, string Definition, string? Documentation = null)
{
    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, Name);
        json.WriteString("definition"u8, Definition);
        json.WriteOptional("documentation"u8, Documentation);
        json.WriteEndObject();
    }
}
