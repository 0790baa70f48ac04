namespace GenoMed.Fhir.Manager.Experiments.Storage;

/// <summary>The one row that says which version the database has.</summary>
internal sealed class VersionRow
{
    public required int Id { get; init; }

    public required int Version { get; set; }
}
