using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Types;

namespace GenoMed.Fhir.R5.Patching;

/// <summary>Finds in a document that can be changed what FHIRPath found in its copy.</summary>
internal static class ElementLocator
{
    /// <summary>Where an element stands; null for the root and for computed values.</summary>
    public static ElementSlot? Slot(JsonObject document, FhirPathValue root, FhirPathValue value)
        => value is { Parent: { } parent, Variant: { } variant } && Node(document, root, parent) is JsonObject holder
            ? new ElementSlot(holder, variant.JsonName, value.Index, variant)
            : null;

    /// <summary>The object that takes children of an element: for a primitive the one beside it, which is made where it is missing.</summary>
    public static JsonObject? Holder(JsonObject document, FhirPathValue root, FhirPathValue value)
        => value.TypeInfo.IsPrimitive && Slot(document, root, value) is { } slot ? slot.Shadow() : Node(document, root, value) as JsonObject;

    /// <summary>The type whose elements it takes.</summary>
    public static FhirPathType HolderType(FhirPathValue value) => value.TypeInfo.IsPrimitive ? FhirPathType.Find("Element")! : value.TypeInfo;

    private static JsonNode? Node(JsonObject document, FhirPathValue root, FhirPathValue value)
    {
        if (value.Parent is not { } parent)
        {
            return ReferenceEquals(value, root) ? document : null;
        }

        // Without a variant it is the object that carries a primitive's extensions.
        return value.Variant is null ? Slot(document, root, parent)?.Shadow() : Slot(document, root, value)?.Node;
    }
}
