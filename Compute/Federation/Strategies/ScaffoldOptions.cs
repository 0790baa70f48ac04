using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>Options of <see cref="Scaffold"/>.</summary>
internal sealed record ScaffoldOptions : AveragingOptions
{
    /// <summary>η_g, the server's step size, 0.01..10.</summary>
    [Range(0.01, 10.0)]
    public double LearningRate { get; init; } = 1;
}
