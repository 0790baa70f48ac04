using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary><c>StructureDefinition.context</c>: where an extension may stand (R5 defining-extensions.html#context).</summary>
internal static class ExtensionContext
{
    public static bool Allows(Profile extension, FhirPathValue node)
        => extension.Contexts.Count == 0 || node.Parent is not { } parent || extension.Contexts.Any(context => Fits(context, parent));

    // FHIRPath contexts are written for a person as much as for a program: not evaluated.
    private static bool Fits(JsonElement context, FhirPathValue parent) => (context.Text("type"), context.Text("expression")) switch
    {
        ("element", { } expression) => IsElement(expression, parent),
        ("extension", { } url) => parent.Element.Text("url") == url,
        _ => true,
    };

    private static bool IsElement(string expression, FhirPathValue parent)
    {
        var definition = Definition(parent);
        return FhirPathType.Find(expression) is { } type && TypeOf(parent).Is(type)
            || expression.Replace("[x]", string.Empty, StringComparison.Ordinal) is var path && (path == definition?.Path || path == definition?.ContentReference)
            || IsInterface(expression, parent);
    }

    // Beside a primitive stands an Element that carries its extensions.
    private static FhirPathType TypeOf(FhirPathValue node) => node.Variant is { Type.IsPrimitive: true } variant ? variant.Type : node.TypeInfo;

    // CanonicalResource and MetadataResource are no types: resources with a url belong to them.
    private static bool IsInterface(string expression, FhirPathValue parent)
        => expression is "CanonicalResource" or "MetadataResource" && R5Definitions.Instance.Type(parent.Type)?.Children.Element("url") is not null && R5Definitions.Instance.IsResourceType(parent.Type);

    private static ElementDefinition? Definition(FhirPathValue node)
        => node is { Parent: { } parent, Variant: { } variant } ? Table(parent)?.Element(variant.Element) : null;

    private static ElementTable? Table(FhirPathValue node) => Definition(node)?.Children ?? R5Definitions.Instance.Type(node.Type)?.Children;
}
