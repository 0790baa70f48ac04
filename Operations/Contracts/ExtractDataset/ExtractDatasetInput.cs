namespace GenoMed.Fhir.Operations.Contracts.ExtractDataset;

/// <summary>What <c>$extract-dataset</c> takes.</summary>
public sealed record ExtractDatasetInput
{
    /// <summary>The guide's name, e.g. <c>mds</c>.</summary>
    public required string Guide { get; init; }

    /// <summary>Reference to a Group (<c>Group/id</c>) whose members are taken; null for all patients.</summary>
    public string? Cohort { get; init; }

    /// <summary>A title for people.</summary>
    public string? Name { get; init; }
}
