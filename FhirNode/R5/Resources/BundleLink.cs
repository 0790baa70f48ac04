namespace GenoMed.Fhir.R5.Resources;

/// <summary>One <c>Bundle.link</c>.</summary>
/// <param name="Relation">self, next, previous, ...</param>
/// <param name="Url">Where it leads.</param>
public sealed record BundleLink(string Relation, string Url);
