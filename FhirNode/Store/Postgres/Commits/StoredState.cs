using GenoMed.Fhir.Store.Commits;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>A resource as a transaction found it.</summary>
/// <param name="Current">Its current version.</param>
/// <param name="Body">That version's content; null for a deletion.</param>
internal sealed record StoredState(CurrentVersion Current, ReadOnlyMemory<byte>? Body);
