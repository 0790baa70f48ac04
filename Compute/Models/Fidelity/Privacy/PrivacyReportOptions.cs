using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>How the privacy of a synthetic table is measured.</summary>
public sealed record PrivacyReportOptions
{
    /// <summary>Gives the random baseline and the parts of equal size.</summary>
    public long Seed { get; init; }

    /// <summary>Fewer rows than this are no table to measure, and no cell of a histogram is smaller.</summary>
    [Range(5, 1000)]
    public int MinimumCell { get; init; } = 10;

    /// <summary>Coverage of the confidence intervals.</summary>
    [Range(0.5, 0.999)]
    public double Level { get; init; } = 0.95;
}
