namespace GenoMed.Fhir.Compute.Models.Privacy;

/// <summary>
/// What a node's training has to keep for each patient: clip and noise of DP-SGD (<see cref="PrivateGradients"/>). For
/// models whose loss is a sum over patients (<see cref="IModel.DecomposesOverPatients"/>).
/// </summary>
public sealed record ExamplePrivacy
{
    /// <summary>C: no patient's gradient is longer, in the L2 norm over all parameters; above 0.</summary>
    public required double Clip { get; init; }

    /// <summary>σ: the sum of a batch's gradients gets noise of standard deviation σ C; above 0.</summary>
    public required double NoiseMultiplier { get; init; }

    /// <summary>Draws the batches and the noise.</summary>
    public ISecretRandom Random { get; init; } = new SecretRandom();
}
