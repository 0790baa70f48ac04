using MathNet.Numerics.LinearAlgebra;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>Weighted sums over patients at risk: Σ w, Σ w x, Σ w x xᵀ with w = exp f.</summary>
/// <param name="Weight">Σ w.</param>
/// <param name="First">Σ w x, [p].</param>
/// <param name="Second">Σ w x xᵀ, [p × p].</param>
internal sealed record RiskSet(double Weight, Vector<double> First, Matrix<double> Second)
{
    public static RiskSet Empty(int covariates) =>
        new(0, Vector<double>.Build.Dense(covariates), Matrix<double>.Build.Dense(covariates, covariates));

    public RiskSet With(Vector<double> covariate, double weight) =>
        new(Weight + weight, First + (weight * covariate), Second + (weight * covariate.OuterProduct(covariate)));

    public RiskSet Without(RiskSet part, double share) =>
        share == 0 ? this : new(Weight - (share * part.Weight), First - (share * part.First), Second - (share * part.Second));
}
