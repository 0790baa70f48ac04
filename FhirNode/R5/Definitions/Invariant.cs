namespace GenoMed.Fhir.R5.Definitions;

/// <summary>One <c>ElementDefinition.constraint</c>, as the type that defines it states it.</summary>
/// <param name="Key">Its key, such as <c>obs-6</c>.</param>
/// <param name="IsWarning">True when its severity is warning, false when it is error.</param>
/// <param name="Expression">FHIRPath that must be true, or null where the specification gives none.</param>
/// <param name="Human">The rule in words.</param>
public sealed record Invariant(string Key, bool IsWarning, string? Expression, string Human);
