namespace GenoMed.Fhir.Operations.Contracts.QualityReport;

/// <summary>What <c>$quality-report</c> takes.</summary>
public sealed record QualityReportInput
{
    /// <summary>The id that <c>$extract-dataset</c> gave.</summary>
    public required string Dataset { get; init; }
}
