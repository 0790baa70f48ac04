namespace GenoMed.Fhir.R5.Terminology;

/// <summary>A code in its code system: what a token is compared by.</summary>
/// <param name="System">URL of the code system.</param>
/// <param name="Code">The code, as the code system spells it.</param>
public readonly record struct ConceptKey(string System, string Code);
