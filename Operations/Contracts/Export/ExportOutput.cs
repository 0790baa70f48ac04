using GenoMed.Fhir.Operations.Contracts.Binding;

namespace GenoMed.Fhir.Operations.Contracts.Export;

/// <summary>What an export gives in the end: the manifest, which is JSON and no FHIR resource.</summary>
public sealed record ExportOutput
{
    /// <summary>The manifest of the Bulk Data guide.</summary>
    public required BinaryContent Return { get; init; }
}
