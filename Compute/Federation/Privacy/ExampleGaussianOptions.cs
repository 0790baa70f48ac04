using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Federation.Privacy;

/// <summary>Options of <see cref="ExampleGaussian"/>.</summary>
internal sealed record ExampleGaussianOptions
{
    /// <summary>C: no patient's gradient is longer, in the L2 norm over all parameters; 1e-6..1e6.</summary>
    [Range(1e-6, 1e6)]
    public double Clip { get; init; } = 1;

    /// <summary>σ, the noise multiplier: the noise on the sum of a batch's gradients has the standard deviation σ C; 0.01..1000.</summary>
    [Range(0.01, 1000.0)]
    public double Sigma { get; init; } = 1;

    /// <summary>δ that the reported ε belongs to; well below one over the number of patients. 1e-12..0.1.</summary>
    [Range(1e-12, 0.1)]
    public double Delta { get; init; } = 1e-5;
}
