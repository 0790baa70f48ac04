namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>A test that looks for many findings at once: what it studied is recorded, so that absent is not the same as not tested.</summary>
/// <param name="Id">Its name in the dictionary.</param>
/// <param name="Label">What a person calls it.</param>
/// <param name="Codings">The code of the Observation that lists what was studied (LOINC 53041-0 for a gene panel).</param>
/// <param name="Item">The component code under which a finding is named (LOINC 48018-6, gene studied).</param>
public sealed record PanelDefinition(string Id, string Label, IReadOnlyList<Coding> Codings, Coding Item);
