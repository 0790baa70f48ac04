namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>A hospital's node.</summary>
/// <param name="Name">Unique in the federation.</param>
/// <param name="Url">Its FHIR base URL.</param>
/// <param name="Train">Id of the Group of the patients that it trains on; null for all its patients.</param>
/// <param name="Test">Id of the Group of patients that it holds out, for synthetic patients to be judged against; null for none.</param>
public sealed record NodeAddress(string Name, Uri Url, string? Train = null, string? Test = null);
