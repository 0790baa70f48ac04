using System.Text;

namespace GenoMed.Fhir.R5.FhirPath.Types;

/// <summary>An element of a type as FHIRPath names it, with the JSON properties that may carry it.</summary>
internal sealed class FhirPathMember(string name, bool isChoice, bool isArray, MemberVariant[] variants)
{
    public string Name { get; } = name;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>A choice such as <c>value[x]</c>; its properties are <c>value</c> followed by the type.</summary>
    public bool IsChoice { get; } = isChoice;

    public bool IsArray { get; } = isArray;

    public MemberVariant[] Variants { get; } = variants;

    /// <summary>The one variant that a type selects; null when there are several (Age is a Quantity) or none.</summary>
    public MemberVariant? Only(TypeSpecifier type)
    {
        var selected = Variants.Where(variant => type.Selects(new FhirPathValue(variant.Type, default, null, null))).Take(2).ToArray();
        return selected.Length == 1 ? selected[0] : null;
    }

    /// <summary>The variant of a JSON name that starts with this member's name, or null.</summary>
    public MemberVariant? Variant(ReadOnlySpan<byte> jsonName)
    {
        foreach (var variant in Variants)
        {
            if (jsonName.SequenceEqual(variant.Utf8Name))
            {
                return variant;
            }
        }

        return null;
    }
}
