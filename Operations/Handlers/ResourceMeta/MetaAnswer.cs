using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.ResourceMeta;

/// <summary>A meta as the answer of the meta operations.</summary>
internal static class MetaAnswer
{
    public static Resource Of(JsonNode? meta)
    {
        using var document = JsonDocument.Parse((meta ?? new JsonObject()).ToJsonString());
        return new ParametersBuilder().Add("return", new FhirValue("Meta", document.RootElement.Clone())).Build();
    }

    public static JsonNode? MetaOf(Resource resource) => resource.Element.Child("meta") is { } meta ? JsonNode.Parse(meta.GetRawText()) : null;
}
