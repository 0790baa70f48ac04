using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>Options of <see cref="FedProx"/>.</summary>
internal sealed record FedProxOptions : AveragingOptions
{
    /// <summary>μ, the pull towards the global state, 0..10; 0 is FedAvg.</summary>
    [Range(0.0, 10.0)]
    public double Mu { get; init; } = 0.01;
}
