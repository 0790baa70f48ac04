using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;

/// <summary>What a release of synthetic rows must keep to. Reasons stand in docs/adr/0133.</summary>
public sealed record PrivacyGateOptions
{
    /// <summary>Largest area under the ROC curve of a membership attack.</summary>
    [Range(0.5, 1.0)]
    public double MaximumMembershipArea { get; init; } = 0.55;

    /// <summary>Largest risk of an attack of WP216.</summary>
    [Range(0.0, 1.0)]
    public double MaximumAttackRisk { get; init; } = 0.09;

    /// <summary>An attack with fewer attempts shows nothing.</summary>
    [Range(10, 100000)]
    public int MinimumAttacks { get; init; } = 100;

    /// <summary>A measure with fewer hold-out rows shows nothing.</summary>
    [Range(5, 100000)]
    public int MinimumHoldOutRows { get; init; } = 100;

    /// <summary>Confidence, one-sided, with which something is called beyond chance: eight gates are judged, and each may err.</summary>
    [Range(0.5, 0.9999)]
    public double Level { get; init; } = 0.99;
}
