namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>How one feature's numbers become z-scores: (transform(x) - mean) / standard deviation.</summary>
public sealed record FeatureScale
{
    /// <summary>Applied first; mean and standard deviation are those of the transformed values.</summary>
    public FeatureTransform Transform { get; init; }

    /// <summary>The mean of the transformed values over all nodes.</summary>
    public double Mean { get; init; }

    /// <summary>Their standard deviation, above 0.</summary>
    public double StandardDeviation { get; init; } = 1;

    /// <summary>True when enough patients lack the value, so that the encoding has a missing indicator.</summary>
    public bool Missing { get; init; }

    /// <summary>The z-score of a value, within ±<see cref="Limit"/>: one mistyped cell must not dominate a gradient.</summary>
    public double Apply(double value)
    {
        var transformed = Transform == FeatureTransform.Log1p ? Math.Log(1 + Math.Max(0, value)) : value;
        return Math.Clamp((transformed - Mean) / StandardDeviation, -Limit, Limit);
    }

    /// <summary>The value of a z-score.</summary>
    public double Invert(double z)
    {
        var transformed = Mean + (z * StandardDeviation);
        return Transform == FeatureTransform.Log1p ? Math.Exp(transformed) - 1 : transformed;
    }

    /// <summary>Z-scores are clipped here.</summary>
    public const double Limit = 5;
}
