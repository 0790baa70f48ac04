namespace GenoMed.Fhir.R5.Definitions;

/// <summary><c>ElementDefinition.binding</c>.</summary>
/// <param name="Strength">required, extensible, preferred or example.</param>
/// <param name="ValueSet">Canonical URL of the value set, without version.</param>
/// <param name="Codes">The codes of a required value set that can be enumerated; null otherwise.</param>
public sealed record ElementBinding(string Strength, string ValueSet, CodeSet? Codes);
