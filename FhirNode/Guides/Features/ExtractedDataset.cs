using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>The feature table of a cohort, as its FHIR resources tell it, and how good the data are. The table never leaves the node.</summary>
/// <param name="Table">Rows ordered by source identifier.</param>
/// <param name="Quality">Aggregates only.</param>
public sealed record ExtractedDataset(FeatureTable Table, QualityReport Quality)
{
    /// <summary>The patients' texts, which stay at the node like the table.</summary>
    public TextTable Texts { get; init; } = TextTable.Empty;

    /// <summary>Whether any of the patients is invented.</summary>
    public bool IsInvented { get; init; }

    /// <summary>Logical ids of the Patients, in the table's order.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
