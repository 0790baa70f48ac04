namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>Weighted sums over patients at risk, added to in place: Σ w, Σ w x, Σ w x xᵀ with w = exp f.</summary>
internal sealed class RiskSet(int covariates)
{
    /// <summary>Σ w.</summary>
    public double Weight { get; private set; }

    /// <summary>Σ w x, [p].</summary>
    public double[] First { get; } = new double[covariates];

    /// <summary>Σ w x xᵀ, [p × p] row-major; the lower triangle only.</summary>
    public double[] Second { get; } = new double[covariates * covariates];

    public void Add(ReadOnlySpan<double> covariates, double weight)
    {
        Weight += weight;
        for (var i = 0; i < covariates.Length; i++)
        {
            var weighted = weight * covariates[i];
            First[i] += weighted;
            for (var j = 0; j <= i; j++)
            {
                Second[(i * covariates.Length) + j] += weighted * covariates[j];
            }
        }
    }

    public void Clear()
    {
        Weight = 0;
        Array.Clear(First);
        Array.Clear(Second);
    }
}
