namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>What the writing thread writes with, inside a transaction.</summary>
internal sealed record GroupWriters(CommitWriter Commits, PurgeWriter Purges);
