using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Validation.Rules;

/// <summary>Whether a reference points to a type that its element allows, as far as the reference itself, or the resource around it, tells.</summary>
internal static class ReferenceTargets
{
    public static void Check(FhirPathValue node, IReadOnlyList<string> targets, ValidationReport report)
    {
        var reference = node.Type == "CodeableReference" ? node.Element.Child("reference") ?? default : node.Element;
        if (TypeOf(reference, node) is { } type && !targets.Contains(type))
        {
            report.Error(IssueCode.Value, $"The reference points to a {type}; allowed here: {string.Join(", ", targets)}.", node);
        }
    }

    /// <summary>The type that a Reference names: by its literal, by the contained resource, or by <c>Reference.type</c>; null where nothing tells.</summary>
    public static string? TypeOf(JsonElement reference, FhirPathValue node)
    {
        var literal = reference.Text("reference");
        return literal is null ? TypeName(reference.Text("type"))
            : literal.StartsWith('#') ? Contained(literal[1..], node)
            : ReferenceTypes.Parse(literal)?.Type ?? TypeName(reference.Text("type"));
    }

    // Reference.type is relative to http://hl7.org/fhir/StructureDefinition/.
    private static string? TypeName(string? type) => type?[(type.LastIndexOf('/') + 1)..];

    private static string? Contained(string id, FhirPathValue node)
    {
        var container = Ancestors.Container(Ancestors.Resource(node));
        return id.Length == 0 ? container.Type
            : container.Element.Items("contained").Where(resource => resource.Text("id") == id).Select(resource => resource.Text("resourceType")).FirstOrDefault();
    }
}
