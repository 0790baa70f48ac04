namespace GenoMed.Fhir.R5.FhirPath.Compilation;

/// <summary>The resources around a node.</summary>
internal static class Ancestors
{
    /// <summary>The nearest resource at or above the node; the topmost node when there is none.</summary>
    public static FhirPathValue Resource(FhirPathValue node)
    {
        var current = node;
        while (current.Parent is { } parent && !IsResource(current))
        {
            current = parent;
        }

        return current;
    }

    /// <summary>The resource in whose <c>contained</c> this resource lies, or the resource itself.</summary>
    public static FhirPathValue Container(FhirPathValue resource)
        => resource.Variant?.JsonName == "contained" && resource.Parent is { } parent ? parent : resource;

    /// <summary>The Bundle around a node, or null.</summary>
    public static FhirPathValue? Bundle(FhirPathValue node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            if (current.Type == "Bundle")
            {
                return current;
            }
        }

        return null;
    }

    private static bool IsResource(FhirPathValue node)
        => node.Element.ValueKind == System.Text.Json.JsonValueKind.Object && node.Element.TryGetProperty("resourceType"u8, out _);
}
