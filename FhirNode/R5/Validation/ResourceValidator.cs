using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Validation;

/// <summary>
/// Checks a resource against the structure of FHIR R5: known elements, arrays and single values, JSON types and formats
/// of primitives, cardinality, codes of required bindings, no property twice. One walk over its bytes.
/// </summary>
public static class ResourceValidator
{
    /// <summary>A message with more issues than this helps nobody; further ones are left out.</summary>
    public const int MaxIssues = 100;

    /// <summary>The issues found, in the order of the text; empty where the resource is valid.</summary>
    public static IReadOnlyList<OutcomeIssue> Validate(Resource resource)
    {
        var walk = new ValidationWalk(R5Definitions.Instance);
        var reader = new Utf8JsonReader(resource.Json.Span, new JsonReaderOptions { MaxDepth = Resource.MaxDepth });
        reader.Read();
        walk.Root(ref reader);
        return walk.Issues;
    }
}
