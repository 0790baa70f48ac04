namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>One Observation whose components are several features that are only read together.</summary>
/// <param name="Id">Its name in the dictionary.</param>
/// <param name="Label">What a person calls it.</param>
/// <param name="Codings">The code of the Observation.</param>
/// <param name="Category">Code of http://terminology.hl7.org/CodeSystem/observation-category.</param>
public sealed record GroupDefinition(string Id, string Label, IReadOnlyList<Coding> Codings, string Category);
