namespace GenoMed.Fhir.R5.Definitions;

/// <summary>One element of a type or of a backbone element.</summary>
public sealed class ElementDefinition
{
    private readonly Lazy<ElementTable?> _children;

    internal ElementDefinition(Lazy<ElementTable?> children) => _children = children;

    /// <summary>The FHIRPath name; a choice is named without <c>[x]</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is defined, such as <c>Observation.component.value[x]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>How often it must be there.</summary>
    public required int Min { get; init; }

    /// <summary>How often it may be there; <see cref="int.MaxValue"/> for <c>*</c>.</summary>
    public required int Max { get; init; }

    /// <summary>Whether JSON carries it as an array.</summary>
    public bool IsArray => Max != 1;

    /// <summary>Whether it is a choice of types, <c>name[x]</c>.</summary>
    public required bool IsChoice { get; init; }

    /// <summary>Type codes; BackboneElement or Element for a nested structure.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Resource types that a Reference or canonical may point to; empty for any.</summary>
    public required IReadOnlyList<string> ReferenceTargets { get; init; }

    /// <summary>The path of the element whose children it shares, such as <c>Questionnaire.item</c>, or null.</summary>
    public required string? ContentReference { get; init; }

    public required ElementBinding? Binding { get; init; }

    /// <summary>Rules of this element; those of its type stand with the type.</summary>
    public required IReadOnlyList<Invariant> Invariants { get; init; }

    /// <summary>Whether <c>_summary=true</c> keeps it.</summary>
    public required bool IsSummary { get; init; }

    /// <summary>Whether it changes the meaning of what contains it.</summary>
    public required bool IsModifier { get; init; }

    /// <summary>Whether it is a bare string (Element.id, Extension.url) that takes no extensions.</summary>
    public required bool IsSystemString { get; init; }

    /// <summary>The children of a nested structure; null where the type has a definition of its own.</summary>
    public ElementTable? Children => _children.Value;
}
