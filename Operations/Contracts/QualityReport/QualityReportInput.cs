namespace GenoMed.Fhir.Operations.Contracts.QualityReport;

/// <summary>What <c>$quality-report</c> takes.</summary>
public sealed record QualityReportInput
{
    /// <summary>The id that <c>$extract-dataset</c> gave.</summary>
    public required string Dataset { get; init; }

    /// <summary>The id of another dataset of the same guide, to tell drift against; null for none.</summary>
    public string? Baseline { get; init; }

    /// <summary><c>parameters</c> (null is the same), <c>measure-report</c> or <c>html</c>.</summary>
    public string? As { get; init; }
}
