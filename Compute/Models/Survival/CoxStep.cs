using MathNet.Numerics.LinearAlgebra;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>A step of Breslow's cumulative hazard, or several.</summary>
/// <param name="Hazard">Σ dH</param>
/// <param name="Weighted">Σ x̄ dH, [p]</param>
internal sealed record CoxStep(double Hazard, Vector<double> Weighted)
{
    public static CoxStep operator +(CoxStep left, CoxStep right) => new(left.Hazard + right.Hazard, left.Weighted + right.Weighted);
}
