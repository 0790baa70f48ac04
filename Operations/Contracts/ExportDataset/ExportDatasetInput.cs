namespace GenoMed.Fhir.Operations.Contracts.ExportDataset;

/// <summary>What <c>$export-dataset</c> takes.</summary>
public sealed record ExportDatasetInput
{
    /// <summary>The id that <c>$extract-dataset</c> gave.</summary>
    public required string Dataset { get; init; }
}
