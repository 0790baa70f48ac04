namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>The modes of one number, of its z-scores.</summary>
/// <param name="Weights">[K]; 0 where a mode is not used.</param>
/// <param name="Means">[K]</param>
/// <param name="Deviations">[K], above 0.</param>
internal sealed record NumberModes(double[] Weights, double[] Means, double[] Deviations)
{
    /// <summary>α is so many standard deviations wide.</summary>
    private const double Spread = 4;

    private const double Limit = 0.99;

    /// <summary>A mode drawn by how well it explains a value (Xu et al. 2019, §4.2).</summary>
    public int Draw(double value, RandomStream random)
    {
        var shares = new double[Weights.Length];
        for (var k = 0; k < shares.Length; k++)
        {
            var z = (value - Means[k]) / Deviations[k];
            // A crumb for every used mode: a value far from all of them still has one.
            shares[k] = Weights[k] > 0 ? (Weights[k] * Math.Exp(-0.5 * z * z) / Deviations[k]) + 1e-6 : 0;
        }

        return random.NextIndex(shares);
    }

    /// <summary>(x - μ_k) / (4 σ_k), within ±0.99.</summary>
    public float Encode(double value, int mode) => (float)Math.Clamp((value - Means[mode]) / (Spread * Deviations[mode]), -Limit, Limit);

    /// <summary>4 σ_k α + μ_k</summary>
    public float Decode(float alpha, int mode) => (float)((Spread * Deviations[mode] * Math.Clamp(alpha, -1, 1)) + Means[mode]);
}
