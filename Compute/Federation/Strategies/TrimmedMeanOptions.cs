using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>Options of <see cref="TrimmedMean"/>.</summary>
internal sealed record TrimmedMeanOptions
{
    /// <summary>β, the share of nodes that is cut off at each end, 0..0.49; 0 is the plain mean. One of three by default.</summary>
    [Range(0.0, 0.49)]
    public double Trim { get; init; } = 1.0 / 3;
}
