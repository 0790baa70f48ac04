using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Compilation;

/// <summary>Makes nodes of the value of a JSON property.</summary>
internal static class Nodes
{
    /// <summary>Adds the value, or each item of an array; a primitive that has only extensions counts as well.</summary>
    public static void Add(FhirPathValue parent, MemberVariant variant, ref CollectionBuilder found)
    {
        if (parent.Element.TryGetProperty(variant.Utf8Name, out var value))
        {
            Add(parent, variant, value, ref found);
        }
        else if (variant.Type.IsPrimitive && parent.Element.TryGetProperty(variant.ShadowName, out var shadow))
        {
            AddWithoutValue(parent, variant, shadow, ref found);
        }
    }

    private static void Add(FhirPathValue parent, MemberVariant variant, JsonElement value, ref CollectionBuilder found)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                found.Add(Node(parent, variant, item, index++));
            }
        }
        else if (value.ValueKind != JsonValueKind.Null)
        {
            found.Add(Node(parent, variant, value, -1));
        }
    }

    private static void AddWithoutValue(FhirPathValue parent, MemberVariant variant, JsonElement shadow, ref CollectionBuilder found)
    {
        var count = shadow.ValueKind == JsonValueKind.Array ? shadow.GetArrayLength() : 0;
        for (var index = 0; index < count; index++)
        {
            found.Add(Node(parent, variant, default, index));
        }

        if (shadow.ValueKind == JsonValueKind.Object)
        {
            found.Add(Node(parent, variant, default, -1));
        }
    }

    private static FhirPathValue Node(FhirPathValue parent, MemberVariant variant, JsonElement value, int index)
        => new(variant.Type.IsAbstractResource ? FhirPathType.OfResource(value) : variant.Type, value, parent, variant, index);
}
