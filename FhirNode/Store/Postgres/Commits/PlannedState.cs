using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Index;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>A resource as a transaction will leave it.</summary>
/// <param name="Current">Its current version.</param>
/// <param name="Body">That version's content; null for a deletion.</param>
/// <param name="Rows">Its rows of the index.</param>
internal sealed record PlannedState(CurrentVersion Current, ReadOnlyMemory<byte>? Body, IReadOnlyList<IndexRow> Rows);
