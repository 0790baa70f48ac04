using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Resources;

internal static class ResourceRequirements
{
    /// <summary>The root object of a resource that must be of one type.</summary>
    /// <exception cref="OperationProblem">It is of another.</exception>
    public static JsonElement Require(this Resource resource, string type)
        => resource.ResourceType == type
            ? resource.Element
            : throw OperationProblem.Invalid($"Expected a {type}; this is a {resource.ResourceType}.", resource.ResourceType);
}
