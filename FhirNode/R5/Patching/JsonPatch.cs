using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>JSON Patch (RFC 6902): all operations or none.</summary>
public sealed class JsonPatch : IResourcePatch
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/json-patch+json";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Resource.MaxDepth };
    private readonly IReadOnlyList<JsonPatchOperation> _operations;

    private JsonPatch(IReadOnlyList<JsonPatchOperation> operations) => _operations = operations;

    /// <exception cref="OperationProblem">Structure: not Unicode, not JSON, not an array of operations, an unknown operation, a member that is missing.</exception>
    public static JsonPatch Parse(ReadOnlyMemory<byte> json)
    {
        JsonText.Check(json.Span);
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Read(document.RootElement.Clone());
        }
        catch (JsonException e)
        {
            throw OperationProblem.Structure($"The patch is not valid JSON: {e.Message}");
        }
    }

    /// <exception cref="OperationProblem">Unprocessable: an operation does not fit, or a test fails.</exception>
    public Resource Apply(Resource resource) => PatchedResource.Of(resource, Apply(PatchedResource.Node(resource)));

    internal JsonNode? Apply(JsonNode? document)
    {
        var limits = new PatchLimits();
        for (var index = 0; index < _operations.Count; index++)
        {
            document = _operations[index].Apply(document, index, limits);
        }

        return document;
    }

    private static JsonPatch Read(JsonElement patch) => patch.ValueKind == JsonValueKind.Array
        ? new JsonPatch([.. patch.EnumerateArray().Select(JsonPatchOperation.Read)])
        : throw OperationProblem.Structure("A JSON Patch is an array of operations (RFC 6902).");
}
