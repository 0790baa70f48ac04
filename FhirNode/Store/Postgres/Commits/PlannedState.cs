using GenoMed.Fhir.Store.Commits;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>A resource as a transaction will leave it.</summary>
/// <param name="Current">Its current version.</param>
/// <param name="Body">That version's content; null for a deletion.</param>
/// <param name="Write">What made it so, with its rows of the index.</param>
internal sealed record PlannedState(CurrentVersion Current, ReadOnlyMemory<byte>? Body, PreparedWrite Write);
