using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Types;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>Finds what a reference points to: a contained resource, an entry of the Bundle around it, or what the caller knows.</summary>
internal static class References
{
    /// <summary>The text of a Reference, canonical, uri, url or string; null for anything else.</summary>
    public static string? Text(FhirPathValue value)
        => value.Element.ValueKind == JsonValueKind.Object
            ? value.Element.TryGetProperty("reference"u8, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null
            : value.Value as string;

    public static FhirPathValue? Find(FhirPathValue source, string reference, Evaluation evaluation)
    {
        var resource = source.Parent is null ? evaluation.Resource : Ancestors.Resource(source);
        if (resource is null)
        {
            return evaluation.Context.Resolve?.Invoke(reference);
        }

        return reference.StartsWith('#')
            ? Contained(Ancestors.Container(resource), reference.AsSpan(1))
            : (Ancestors.Bundle(resource) is { } bundle ? Entry(bundle, reference) : null) ?? evaluation.Context.Resolve?.Invoke(reference);
    }

    private static FhirPathValue? Contained(FhirPathValue container, ReadOnlySpan<char> id)
    {
        if (id.IsEmpty)
        {
            return container;
        }

        foreach (var contained in Items(container.Element, "contained"u8))
        {
            if (contained.TryGetProperty("id"u8, out var known) && known.ValueKind == JsonValueKind.String && known.ValueEquals(id))
            {
                return Node(contained, container, "contained");
            }
        }

        return null;
    }

    private static FhirPathValue? Entry(FhirPathValue bundle, string reference)
    {
        foreach (var entry in Items(bundle.Element, "entry"u8))
        {
            if (entry.TryGetProperty("fullUrl"u8, out var url) && url.ValueKind == JsonValueKind.String && IsTarget(url.GetString()!, reference) && entry.TryGetProperty("resource"u8, out var resource))
            {
                return Node(resource, bundle, "resource");
            }
        }

        return null;
    }

    private static bool IsTarget(string fullUrl, string reference)
        => fullUrl == reference || (ReferenceTypes.Parse(reference) is not null && fullUrl.EndsWith("/" + reference, StringComparison.Ordinal));

    private static IEnumerable<JsonElement> Items(JsonElement parent, ReadOnlySpan<byte> property)
        => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(property, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    private static FhirPathValue Node(JsonElement resource, FhirPathValue parent, string property)
    {
        var type = FhirPathType.OfResource(resource);
        return new FhirPathValue(type, resource, parent, new MemberVariant(property, property, type));
    }
}
