using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.FhirPath.Types;

namespace GenoMed.Fhir.R5.Validation.Rules;

/// <summary>What is checked of the value of one JSON property.</summary>
/// <param name="Variant">How FHIRPath sees it.</param>
/// <param name="Definition">Its element and type.</param>
/// <param name="Invariants">Rules of the element.</param>
/// <param name="Targets">Resource types that a Reference may point to; empty for any.</param>
internal sealed record PropertyRules(MemberVariant Variant, PropertyDefinition Definition, IReadOnlyList<CompiledInvariant> Invariants, IReadOnlyList<string> Targets)
{
    private RuleTable? _next;

    public bool IsPrimitive => Definition.IsPrimitive;

    public bool IsResource => Definition.IsResource;

    /// <summary>The rules of its children. Resolved on first use; a race only resolves it twice.</summary>
    public RuleTable Next => _next ??= Definition.Element.Children is { } nested
        ? new RuleTable(Variant.Type, nested, [])
        : RuleTable.Of(Definition.TypeCode);
}
