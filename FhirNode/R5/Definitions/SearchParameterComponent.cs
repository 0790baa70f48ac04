namespace GenoMed.Fhir.R5.Definitions;

/// <summary>One part of a composite search parameter.</summary>
/// <param name="Code">The code of the parameter that defines it.</param>
/// <param name="Type">Its search type: token, quantity, date, ...</param>
/// <param name="Expression">FHIRPath, relative to the composite's own expression.</param>
public sealed record SearchParameterComponent(string Code, string Type, string Expression);
