using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>Options of <see cref="FedAdam"/>, <see cref="FedYogi"/> and <see cref="FedAdagrad"/>.</summary>
internal sealed record AdaptiveOptions : AveragingOptions
{
    /// <summary>η, the server's step size, 1e-6..10; null for 0.01, with FedAdagrad, whose v only grows, 0.1.</summary>
    [Range(1e-6, 10.0)]
    public double? LearningRate { get; init; }

    /// <summary>β1, the decay of the first moment, 0..0.999.</summary>
    [Range(0.0, 0.999)]
    public double Beta1 { get; init; } = 0.9;

    /// <summary>β2, the decay of the second moment, 0..0.9999; FedAdagrad has none.</summary>
    [Range(0.0, 0.9999)]
    public double Beta2 { get; init; } = 0.99;

    /// <summary>τ, the adaptivity: coordinates that move by less than this are not sped up further; 1e-9..1.</summary>
    [Range(1e-9, 1.0)]
    public double Tau { get; init; } = 1e-3;
}
