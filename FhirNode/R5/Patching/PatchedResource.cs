using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>From a resource to JSON that can be changed, and back.</summary>
internal static class PatchedResource
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Resource.MaxDepth };

    // Numbers and strings that are not touched keep their digits and escapes: a node that was read writes what it read.
    public static JsonNode Node(Resource resource) => JsonNode.Parse(resource.Json.Span, null, Options)!;

    /// <exception cref="OperationProblem">Unprocessable: the patch changed what kind of resource it is, or its id.</exception>
    public static Resource Of(Resource before, JsonNode? after)
    {
        var resource = Resource.Parse(Bytes(after));
        return resource.ResourceType == before.ResourceType && resource.Id == before.Id
            ? resource
            : throw OperationProblem.Unprocessable("A patch cannot change resourceType or id.", before.ResourceType);
    }

    /// <exception cref="OperationProblem">Structure: operation after operation has nested it too deeply.</exception>
    public static ReadOnlyMemory<byte> Bytes(JsonNode? node)
    {
        try
        {
            return JsonOutput.WriteValue(json => Write(json, node));
        }
        catch (InvalidOperationException)
        {
            throw OperationProblem.Structure($"The patch nests elements more than {Resource.MaxDepth} deep.");
        }
    }

    private static void Write(Utf8JsonWriter json, JsonNode? node)
    {
        if (node is null)
        {
            json.WriteNullValue();
        }
        else
        {
            node.WriteTo(json);
        }
    }
}
