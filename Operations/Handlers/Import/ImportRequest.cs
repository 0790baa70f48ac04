namespace GenoMed.Fhir.Operations.Import;

/// <summary>An import, understood.</summary>
/// <param name="Sources">The files in order.</param>
/// <param name="IsR4">Whether their resources are converted from R4.</param>
/// <param name="InputSource">Where the client says that they come from.</param>
internal sealed record ImportRequest(IReadOnlyList<ImportSource> Sources, bool IsR4, string? InputSource);
