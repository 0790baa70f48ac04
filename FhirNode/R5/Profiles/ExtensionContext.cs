using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary><c>StructureDefinition.context</c>: where an extension may stand (R5 defining-extensions.html#context).</summary>
internal static class ExtensionContext
{
    public static bool Allows(Profile extension, FhirPathValue node)
        => extension.Contexts.Count == 0 || node.Parent is not { } parent || extension.Contexts.Any(context => Fits(context, parent));

    private static bool Fits(JsonElement context, FhirPathValue parent) => (context.Text("type"), context.Text("expression")) switch
    {
        ("element", { } expression) => ConstraintWalk.IsOf(parent, expression) || ElementPath(parent) == expression.Replace("[x]", string.Empty, StringComparison.Ordinal),
        ("extension", { } url) => parent.Element.Text("url") == url,

        // Expressions are of the definition's author, for a person as much as for a program: not evaluated.
        _ => true,
    };

    // Observation.component.value: names from the nearest resource down.
    private static string ElementPath(FhirPathValue node)
    {
        var names = new Stack<string>();
        var current = node;
        for (; current.Variant is { } variant && current.Element.Text("resourceType") is null; current = current.Parent!)
        {
            if (names.Count == 0 || variant.Element != names.Peek() || current.Index >= 0)
            {
                names.Push(variant.Element);
            }
        }

        names.Push(current.Type);
        return string.Join('.', names);
    }
}
