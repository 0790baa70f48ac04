namespace GenoMed.Fhir.Manager.Comparisons.Generators;

/// <summary>How faithful and how private as many synthetic as training patients are (SAFE; docs/adr/0143).</summary>
public record SyntheticScores
{
    /// <summary>Clinical synthetic fidelity, 0..1.</summary>
    public required double Csf { get; init; }

    /// <summary>Genomic synthetic fidelity, 0..1; null for a guide without lesions.</summary>
    public double? Gsf { get; init; }

    /// <summary>Correlation of the φ-matrices of the frequent genes, real and synthetic; null without lesions.</summary>
    public double? PhiCorrelation { get; init; }

    /// <summary>Median of the distance to the nearest training patient over that to the second nearest, of synthetic patients.</summary>
    public required double NndrMedian { get; init; }

    /// <summary>The same of the hold-out patients: lower than this means memorising.</summary>
    public required double NndrMedianHoldout { get; init; }

    /// <summary>Area under the curve of the better of two membership inference attacks; .5 is chance.</summary>
    public required double MiaAuc { get; init; }

    /// <summary>Name to value, as the manager keeps them with a run.</summary>
    public IReadOnlyDictionary<string, double> ToMetrics() => new (string Name, double? Value)[]
    {
        ("csf", Csf), ("gsf", Gsf), ("phi_correlation", PhiCorrelation), ("nndr_median", NndrMedian), ("nndr_median_holdout", NndrMedianHoldout), ("mia_auc", MiaAuc),
    }.Where(metric => metric.Value is not null).ToDictionary(metric => metric.Name, metric => metric.Value!.Value);
}
