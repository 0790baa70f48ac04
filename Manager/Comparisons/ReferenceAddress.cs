namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>The node that stands outside the federation as the paper's central data set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its FHIR base URL.</param>
/// <param name="Train">Id of the Group of the pooled training patients.</param>
/// <param name="Test">Id of the Group of the held-out patients.</param>
public sealed record ReferenceAddress(string Name, Uri Url, string Train = "train", string Test = "test");
