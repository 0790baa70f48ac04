using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>
/// How likely each patient is to be in the treated arm: a logistic regression on the prognostic factors, over the treated and the
/// possible controls together.
/// </summary>
internal sealed class TreatmentPropensity
{
    /// <summary>Next to nothing: that factors which tell the arms apart completely have an end.</summary>
    private const double Ridge = 1e-3;

    private readonly DenseRows _treated;
    private readonly DenseRows _candidates;

    private TreatmentPropensity(DenseRows treated, DenseRows candidates)
    {
        (_treated, _candidates) = (treated, candidates);
        var pooled = Pooled.Of(treated, candidates);
        Logits = LogisticRegression.Fit(pooled.Rows, [.. pooled.Labels.Select(label => 1 - label)], Ridge).Scores(pooled.Rows);
    }

    /// <summary>The logit of the propensity, of the treated and then of the candidates.</summary>
    public double[] Logits { get; }

    /// <summary>How many of them are treated.</summary>
    public int Treated => _treated.Count;

    /// <param name="treated">Patients.</param>
    /// <param name="candidates">Possible controls.</param>
    /// <param name="factors">What both should be alike in; a missing value is a value of its own.</param>
    public static TreatmentPropensity Of(FeatureTable treated, FeatureTable candidates, IReadOnlyList<string> factors)
    {
        var (left, right) = (Restrict(treated, factors), Restrict(candidates, factors));
        var space = UnitSpace.Of(left, right);
        return new TreatmentPropensity(space.Encode(left), space.Encode(right));
    }

    /// <summary>The largest standardised difference of a factor's weighted means; the scale is that of all rows, so that all are read alike.</summary>
    /// <param name="weights">Of the treated and then of the candidates; 0 leaves one out. Null for all alike.</param>
    public double Imbalance(double[]? weights = null) => Enumerable.Range(0, _treated.Columns).Max(column =>
    {
        var (left, right) = (Values(_treated, column), Values(_candidates, column));
        var scale = Math.Sqrt((Variance(left) + Variance(right)) / 2);
        return scale > 0 ? Math.Abs(Mean(left, weights?[..Treated]) - Mean(right, weights?[Treated..])) / scale : 0;
    });

    public static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Length < 2 ? 0 : values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }

    private static FeatureTable Restrict(FeatureTable table, IReadOnlyList<string> factors) => new(
        table.Schema with { Features = [.. factors.Select(name => table.Schema[name])] },
        table.RowIds,
        factors.ToDictionary(name => name, name => table.Column(name).ToArray()));

    private static double[] Values(DenseRows rows, int column) => [.. Enumerable.Range(0, rows.Count).Select(row => (double)rows.Row(row)[column])];

    private static double Mean(double[] values, double[]? weights) => weights is null
        ? values.Average()
        : values.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum();
}
