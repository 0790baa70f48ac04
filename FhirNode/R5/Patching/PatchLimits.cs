using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>What one patch may make: a handful of copies, each of all that the ones before made, would fill any memory.</summary>
internal sealed class PatchLimits
{
    private const long MaxCopiedBytes = 4L << 20;
    private long _copied;

    /// <exception cref="OperationProblem">TooLarge.</exception>
    public JsonNode? Copy(JsonNode? value)
    {
        _copied += PatchedResource.Bytes(value).Length;
        return _copied <= MaxCopiedBytes ? value?.DeepClone() : throw OperationProblem.TooLarge($"The patch copies more than {MaxCopiedBytes >> 20} MiB.");
    }

    /// <exception cref="OperationProblem">Structure: below a place of this depth the value would be nested too deeply.</exception>
    public static void CheckDepth(int depth, JsonNode? value)
    {
        if (depth + Depth(value) > Resource.MaxDepth)
        {
            throw OperationProblem.Structure($"The patch nests elements more than {Resource.MaxDepth} deep.");
        }
    }

    private static int Depth(JsonNode? value) => value switch
    {
        JsonObject properties => 1 + properties.Select(property => Depth(property.Value)).DefaultIfEmpty().Max(),
        JsonArray items => 1 + items.Select(Depth).DefaultIfEmpty().Max(),
        _ => 0,
    };
}
