using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>
/// Controls like the treated patients: a logistic regression of being treated on the prognostic factors, then
/// <see cref="NearestPairs"/> on its logit within 0.2 of the logit's standard deviation.
/// </summary>
/// <param name="Pairs">Rows of the treated and of the candidates.</param>
/// <param name="ImbalanceBefore">The largest standardised difference of a factor's means before matching.</param>
/// <param name="ImbalanceAfter">After it; what it was before where nobody was matched.</param>
internal sealed record PropensityMatching(IReadOnlyList<(int Treated, int Control)> Pairs, double ImbalanceBefore, double ImbalanceAfter)
{
    private const double CaliperWidth = 0.2;

    /// <summary>Next to nothing: that factors which tell the arms apart completely have an end.</summary>
    private const double Ridge = 1e-3;

    /// <param name="treated">Patients.</param>
    /// <param name="candidates">Possible controls.</param>
    /// <param name="factors">What both should be alike in; a missing value is a value of its own.</param>
    public static PropensityMatching Of(FeatureTable treated, FeatureTable candidates, IReadOnlyList<string> factors)
    {
        var (left, right) = Encode(treated, candidates, factors);
        var logits = Logits(left, right);
        var pairs = NearestPairs.Of(logits[..left.Count], logits[left.Count..], CaliperWidth * Math.Sqrt(Variance(logits)));
        var (all, none) = (Enumerable.Range(0, left.Count).ToArray(), Enumerable.Range(0, right.Count).ToArray());
        var before = Imbalance(left, right, all, none);
        return new PropensityMatching(
            pairs, before, pairs.Count == 0 ? before : Imbalance(left, right, [.. pairs.Select(pair => pair.Treated)], [.. pairs.Select(pair => pair.Control)]));
    }

    /// <summary>The logit of the propensity, of the treated and then of the candidates.</summary>
    internal static double[] Logits(FeatureTable treated, FeatureTable candidates, IReadOnlyList<string> factors)
    {
        var (left, right) = Encode(treated, candidates, factors);
        return Logits(left, right);
    }

    private static double[] Logits(DenseRows treated, DenseRows candidates)
    {
        var pooled = Pooled.Of(treated, candidates);
        return LogisticRegression.Fit(pooled.Rows, [.. pooled.Labels.Select(label => 1 - label)], Ridge).Scores(pooled.Rows);
    }

    private static (DenseRows Treated, DenseRows Candidates) Encode(FeatureTable treated, FeatureTable candidates, IReadOnlyList<string> factors)
    {
        var (left, right) = (Restrict(treated, factors), Restrict(candidates, factors));
        var space = UnitSpace.Of(left, right);
        return (space.Encode(left), space.Encode(right));
    }

    private static FeatureTable Restrict(FeatureTable table, IReadOnlyList<string> factors) => new(
        table.Schema with { Features = [.. factors.Select(name => table.Schema[name])] },
        table.RowIds,
        factors.ToDictionary(name => name, name => table.Column(name).ToArray()));

    // The scale is that of all rows, so that before and after are read alike.
    private static double Imbalance(DenseRows treated, DenseRows candidates, int[] treatedRows, int[] candidateRows)
    {
        double[] Values(DenseRows rows, int column) => [.. Enumerable.Range(0, rows.Count).Select(row => (double)rows.Row(row)[column])];
        return Enumerable.Range(0, treated.Columns).Max(column =>
        {
            var (left, right) = (Values(treated, column), Values(candidates, column));
            var scale = Math.Sqrt((Variance(left) + Variance(right)) / 2);
            return scale > 0 ? Math.Abs(treatedRows.Average(row => left[row]) - candidateRows.Average(row => right[row])) / scale : 0;
        });
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Length < 2 ? 0 : values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
