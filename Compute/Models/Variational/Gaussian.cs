using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Variational;

/// <summary>The latent normal distribution: its draw and its distance from the prior.</summary>
internal static class Gaussian
{
    /// <summary>z = μ + exp(log σ² / 2) ε, ε ~ N(0, I): a draw that gradients pass through.</summary>
    public static Tensor Sample(Tensor mean, Tensor logVariance) => mean + ((logVariance * 0.5).exp() * randn_like(mean));

    /// <summary>KL(N(μ, σ²) ‖ N(0, I)) = -½ Σ (1 + log σ² - μ² - σ²), mean over the rows.</summary>
    public static Tensor Divergence(Tensor mean, Tensor logVariance) =>
        (mean.square() + logVariance.exp() - logVariance - 1).sum() * (0.5 / mean.shape[0]);
}
