namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>
/// Controls made like the treated patients by weights (Li, Morgan, Zaslavsky, JASA 2018): a treated patient counts 1 - e, a control e,
/// for the propensity e. The factors' means are then equal to the last digit, and no patient counts more than once, however far
/// the arms are apart, as with weights 1/e some would.
/// </summary>
/// <param name="Weights">Of the treated and then of the candidates, above 0 and below 1.</param>
/// <param name="Effective">As how many controls of weight 1 the candidates count: (Σw)² / Σw².</param>
/// <param name="Imbalance">The largest standardised difference of a factor's weighted means.</param>
internal sealed record OverlapWeighting(double[] Weights, double Effective, double Imbalance)
{
    public static OverlapWeighting Of(TreatmentPropensity propensity)
    {
        double[] weights = [.. propensity.Logits.Select((logit, row) => 1 / (1 + Math.Exp(row < propensity.Treated ? logit : -logit)))];
        var controls = weights[propensity.Treated..];
        var (sum, squares) = (controls.Sum(), controls.Sum(weight => weight * weight));
        return new OverlapWeighting(weights, squares > 0 ? sum * sum / squares : 0, propensity.Imbalance(weights));
    }
}
