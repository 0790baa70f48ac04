namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>A column of an index table.</summary>
internal readonly record struct IndexColumn(string Name, IndexColumnType Type);
