namespace GenoMed.Fhir.R5.Definitions;

/// <summary>One JSON property: an element, or one of the types of a choice element.</summary>
/// <param name="Name">The JSON name, such as <c>valueQuantity</c>.</param>
/// <param name="Element">The element that it carries, such as <c>value[x]</c>.</param>
/// <param name="TypeCode">The type of its value, such as <c>Quantity</c>; BackboneElement or Element for a nested structure.</param>
/// <param name="Index">Position within <see cref="ElementTable.Properties"/>.</param>
public sealed record PropertyDefinition(string Name, ElementDefinition Element, string TypeCode, int Index)
{
    private ElementTable? _structure;

    /// <summary>Whether the value is a primitive, whose id and extensions stand beside it under <c>_name</c>.</summary>
    public bool IsPrimitive { get; } = char.IsAsciiLetterLower(TypeCode[0]);

    /// <summary>Whether the value is a resource with a resourceType of its own.</summary>
    public bool IsResource { get; } = R5Definitions.Instance.Type(TypeCode)?.Kind == TypeKind.Resource;

    /// <summary>The children of a complex value. Resolved on first use; a race only resolves it twice.</summary>
    public ElementTable Structure => _structure ??= Element.Children ?? R5Definitions.Instance.Type(TypeCode)!.Children;

    /// <summary>Index of the first property of the same element; its others follow it.</summary>
    internal int First { get; init; }
}
