namespace GenoMed.Fhir.Guides.Conformance;

/// <summary>What a check of NDJSON found.</summary>
/// <param name="Resources">Resources, by type.</param>
/// <param name="Profiles">How many claim each profile.</param>
/// <param name="Errors">Resources with an error.</param>
/// <param name="Warnings">Resources with a warning and no error.</param>
/// <param name="Faults">The first faults, in the file's order, each with file, line, element and what is wrong.</param>
public sealed record CheckedFile(
    IReadOnlyDictionary<string, long> Resources, IReadOnlyDictionary<string, long> Profiles, long Errors, long Warnings, IReadOnlyList<string> Faults);
