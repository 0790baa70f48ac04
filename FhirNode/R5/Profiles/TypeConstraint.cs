namespace GenoMed.Fhir.R5.Profiles;

/// <summary>One <c>ElementDefinition.type</c>.</summary>
/// <param name="Code">Type code.</param>
/// <param name="Profiles">The value conforms to one of these; empty for none.</param>
/// <param name="Targets">What a Reference points to conforms to one of these; empty for any.</param>
internal sealed record TypeConstraint(string Code, IReadOnlyList<string> Profiles, IReadOnlyList<string> Targets);
