namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>
/// Controls like the treated patients: <see cref="NearestPairs"/> on the logit of the propensity within 0.2 of its standard deviation.
/// </summary>
/// <param name="Pairs">Rows of the treated and of the candidates.</param>
/// <param name="ImbalanceBefore">The largest standardised difference of a factor's means before matching.</param>
/// <param name="ImbalanceAfter">After it; what it was before where nobody was matched.</param>
internal sealed record PropensityMatching(IReadOnlyList<(int Treated, int Control)> Pairs, double ImbalanceBefore, double ImbalanceAfter)
{
    private const double CaliperWidth = 0.2;

    public static PropensityMatching Of(TreatmentPropensity propensity)
    {
        var logits = propensity.Logits;
        var pairs = NearestPairs.Of(logits[..propensity.Treated], logits[propensity.Treated..], CaliperWidth * Math.Sqrt(TreatmentPropensity.Variance(logits)));
        var before = propensity.Imbalance();
        return new PropensityMatching(pairs, before, pairs.Count == 0 ? before : propensity.Imbalance(Chosen(pairs, propensity)));
    }

    private static double[] Chosen(IReadOnlyList<(int Treated, int Control)> pairs, TreatmentPropensity propensity)
    {
        var weights = new double[propensity.Logits.Length];
        foreach (var (treated, control) in pairs)
        {
            (weights[treated], weights[propensity.Treated + control]) = (1, 1);
        }

        return weights;
    }
}
