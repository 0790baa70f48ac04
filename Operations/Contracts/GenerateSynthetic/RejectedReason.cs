namespace GenoMed.Fhir.Operations.Contracts.GenerateSynthetic;

/// <summary>Rows that were drawn again for one reason.</summary>
/// <param name="Kind"><c>rule</c> of the dictionary, or <c>condition</c> of the request.</param>
/// <param name="Reason">The rule or condition.</param>
/// <param name="Rows">How many.</param>
public sealed record RejectedReason(string Kind, string Reason, int Rows);
