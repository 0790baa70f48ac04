namespace GenoMed.Fhir.R5.Definitions;

/// <summary>A primitive, datatype or resource type of FHIR R5.</summary>
public sealed class TypeDefinition
{
    private readonly Lazy<ElementTable> _children;

    internal TypeDefinition(Lazy<ElementTable> children) => _children = children;

    public required string Name { get; init; }

    /// <summary>The type that it specialises, or null for <c>Base</c>.</summary>
    public required string? Base { get; init; }

    public required TypeKind Kind { get; init; }

    public required bool IsAbstract { get; init; }

    /// <summary>The pattern that the whole of a primitive's value matches, where the specification has one.</summary>
    public required string? Regex { get; init; }

    /// <summary>The rules of the type itself, then those of the types that it specialises.</summary>
    public required IReadOnlyList<Invariant> Invariants { get; init; }

    /// <summary>Its elements, inherited ones included; empty for a primitive, whose JSON is a bare value.</summary>
    public ElementTable Children => _children.Value;

    /// <summary>Its elements, inherited ones included.</summary>
    public IReadOnlyList<ElementDefinition> Elements => Children.Elements;

    /// <summary>The element of this FHIRPath name, or null.</summary>
    public ElementDefinition? Element(string name) => Children.Element(name);
}
