namespace GenoMed.Fhir.R5.Definitions;

/// <summary>A standard search parameter, as it applies to one base type.</summary>
/// <param name="Base">The type that it was defined on: a resource type, DomainResource or Resource.</param>
/// <param name="Code">The name in a query.</param>
/// <param name="Url">Canonical URL of its SearchParameter.</param>
/// <param name="Type">number, date, string, token, reference, composite, quantity, uri or special.</param>
/// <param name="Expression">FHIRPath of the values, only the part that concerns this base; null for special ones.</param>
/// <param name="Targets">Resource types that a reference may point to; empty for any.</param>
/// <param name="Components">The parts of a composite; empty otherwise.</param>
/// <param name="MultipleOr">Whether several values may be given, separated by commas.</param>
/// <param name="MultipleAnd">Whether the parameter may be repeated.</param>
public sealed record SearchParameterDefinition(
    string Base,
    string Code,
    string Url,
    string Type,
    string? Expression,
    IReadOnlyList<string> Targets,
    IReadOnlyList<SearchParameterComponent> Components,
    bool MultipleOr,
    bool MultipleAnd);
