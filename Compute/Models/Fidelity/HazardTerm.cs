using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>
/// The log hazard ratio of one prognostic factor as terms that add over nodes: the sum of several is their fixed-effect
/// estimate, that of a Cox model with a baseline of its own at each node.
/// </summary>
/// <param name="Precision">Σ 1/se²; 0 where no node could tell.</param>
/// <param name="Weighted">Σ β/se²</param>
public sealed record HazardTerm(double Precision, double Weighted)
{
    /// <summary>The log hazard ratio; NaN where no node could tell.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double LogHazardRatio => Precision > 0 ? Weighted / Precision : double.NaN;

    /// <summary>Its standard error.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double StandardError => Precision > 0 ? 1 / Math.Sqrt(Precision) : double.NaN;

    /// <summary>exp of <see cref="LogHazardRatio"/>; NaN where no node could tell.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double HazardRatio => Math.Exp(LogHazardRatio);

    /// <summary>Wald's interval of the hazard ratio.</summary>
    /// <param name="level">Coverage.</param>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        var half = Distributions.NormalQuantile(level) * StandardError;
        return new ConfidenceInterval(Math.Exp(LogHazardRatio - half), Math.Exp(LogHazardRatio + half), level);
    }

    internal static HazardTerm Of(double logHazardRatio, double standardError)
    {
        var precision = 1 / (standardError * standardError);
        return new HazardTerm(precision, precision * logHazardRatio);
    }

    public static HazardTerm operator +(HazardTerm left, HazardTerm right) => new(left.Precision + right.Precision, left.Weighted + right.Weighted);
}
