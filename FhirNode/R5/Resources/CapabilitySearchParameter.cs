using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>One <c>CapabilityStatement.rest.resource.searchParam</c>.</summary>
/// <param name="Name">The name in a query.</param>
/// <param name="Definition">Canonical URL of the SearchParameter.</param>
/// <param name="Type">Its search type.</param>
public sealed record CapabilitySearchParameter(string Name, string? Definition, string Type)
{
    public static CapabilitySearchParameter Of(SearchParameterDefinition definition) => new(definition.Code, definition.Url, definition.Type);

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, Name);
        json.WriteOptional("definition"u8, Definition);
        json.WriteString("type"u8, Type);
        json.WriteEndObject();
    }
}
