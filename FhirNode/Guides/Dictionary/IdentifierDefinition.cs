namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>Where a row's source identifier stands.</summary>
/// <param name="Column">The CSV column.</param>
/// <param name="System">The <c>Patient.identifier.system</c> that it gets.</param>
public sealed record IdentifierDefinition(string Column, string System);
