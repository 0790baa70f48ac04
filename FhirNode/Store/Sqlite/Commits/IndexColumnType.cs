namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>What a column holds; a symbol is an integer.</summary>
internal enum IndexColumnType
{
    Text,
    Integer,
    Real,
}
