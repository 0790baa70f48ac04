using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>Options of <see cref="SyntheticSharing"/>.</summary>
internal sealed record SyntheticSharingOptions
{
    /// <summary>How the updates become the next global state.</summary>
    public StrategyPlan Inner { get; init; } = new("fedavg");

    /// <summary>A smaller node trains on invented rows until it has this share of the richest node's patients, 0.1..10.</summary>
    [Range(0.1, 10.0)]
    public double Share { get; init; } = 1;

    /// <summary>Invented rows at a node at most, 1..1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int Rows { get; init; } = 5000;
}
