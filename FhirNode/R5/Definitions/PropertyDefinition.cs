namespace GenoMed.Fhir.R5.Definitions;

/// <summary>One JSON property: an element, or one of the types of a choice element.</summary>
/// <param name="Name">The JSON name, such as <c>valueQuantity</c>.</param>
/// <param name="Element">The element that it carries, such as <c>value[x]</c>.</param>
/// <param name="TypeCode">The type of its value, such as <c>Quantity</c>; BackboneElement or Element for a nested structure.</param>
/// <param name="Index">Position within <see cref="ElementTable.Properties"/>.</param>
public sealed record PropertyDefinition(string Name, ElementDefinition Element, string TypeCode, int Index)
{
    /// <summary>Whether the value is a primitive, whose id and extensions stand beside it under <c>_name</c>.</summary>
    public bool IsPrimitive { get; } = char.IsAsciiLetterLower(TypeCode[0]);
}
