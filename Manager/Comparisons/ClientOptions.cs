namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>A SMART Backend Services client.</summary>
/// <param name="Id">The client_id that the nodes know.</param>
/// <param name="Key">Path of the private key (PEM, P-384).</param>
public sealed record ClientOptions(string Id, string Key);
