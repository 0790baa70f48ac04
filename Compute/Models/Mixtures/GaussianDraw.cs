using MathNet.Numerics.LinearAlgebra;

namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>Draws from N(mean, L Lᵀ).</summary>
internal static class GaussianDraw
{
    /// <param name="target">[d]</param>
    /// <param name="mean">[d]</param>
    /// <param name="factor">L, lower triangular [d, d].</param>
    /// <param name="random">Where the d normal numbers come from.</param>
    public static void Into(Span<double> target, ReadOnlySpan<double> mean, Matrix<double> factor, RandomStream random)
    {
        mean.CopyTo(target);
        for (var j = 0; j < target.Length; j++)
        {
            var noise = random.NextNormal();
            for (var i = j; i < target.Length; i++)
            {
                target[i] += factor[i, j] * noise;
            }
        }
    }
}
