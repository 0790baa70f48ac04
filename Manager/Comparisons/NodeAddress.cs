namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>A hospital's node.</summary>
/// <param name="Name">Unique in the federation.</param>
/// <param name="Url">Its FHIR base URL.</param>
public sealed record NodeAddress(string Name, Uri Url);
