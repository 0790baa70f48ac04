using GenoMed.Fhir.Operations.Contracts.Binding;

namespace GenoMed.Fhir.Operations.Contracts.ExportDataset;

/// <summary>What <c>$export-dataset</c> gives: rows about patients, so its scope is that of reading resources.</summary>
public sealed record ExportDatasetOutput
{
    /// <summary>A ZIP of data.csv and dictionary.csv.</summary>
    public required BinaryContent Return { get; init; }
}
