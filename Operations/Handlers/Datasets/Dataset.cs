using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Features;
using GuideQuality = GenoMed.Fhir.Guides.Features.QualityReport;

namespace GenoMed.Fhir.Operations.Datasets;

/// <summary>A feature table that this node has registered.</summary>
/// <param name="Id">Made of the content, the guide and the cohort.</param>
/// <param name="Sha256">SHA-256 of the table's bytes, lower-case hexadecimal.</param>
/// <param name="Cohort">Reference to the Group it was taken of, or null for all patients.</param>
/// <param name="Table">The features; stays at the node.</param>
/// <param name="Quality">How well they are filled, with no count suppressed; stays at the node.</param>
internal sealed record Dataset(string Id, string Sha256, string? Cohort, FeatureTable Table, GuideQuality Quality)
{
    /// <summary>Whether any of the patients is invented; its resources say so.</summary>
    public bool IsInvented { get; init; }

    /// <summary>The patients' texts, which no model sees; they stay at the node.</summary>
    public TextTable Texts { get; init; } = TextTable.Empty;
}
