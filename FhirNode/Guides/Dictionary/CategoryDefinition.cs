namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>One value that a category feature can take.</summary>
/// <param name="Code">The value as the guide's CSV writes it, unique in its feature.</param>
/// <param name="Label">What a person calls it.</param>
/// <param name="Codings">Its codes in FHIR, the one that identifies it first.</param>
/// <param name="Synonyms">Other spellings that a source may use; compared without case.</param>
public sealed record CategoryDefinition(string Code, string Label, IReadOnlyList<Coding> Codings, IReadOnlyList<string> Synonyms);
