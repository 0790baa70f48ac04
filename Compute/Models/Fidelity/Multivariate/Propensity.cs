using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;

/// <summary>
/// How well a logistic regression tells synthetic rows from real ones by main effects (Snoke, Raab, Nowok, Dibben,
/// Slavković, J. R. Stat. Soc. A 181, 2018; Lopez-Paz, Oquab, ICLR 2017).
/// </summary>
/// <param name="Pmse">Σ (p̂ - c)² / N with c = n / N, of the model fitted to all rows: 0 where it tells nothing, c (1 - c) where it tells all.</param>
/// <param name="ExpectedPmse">Its expectation for two samples of one population: (k - 1) (1 - c)² c / N for k coefficients.</param>
/// <param name="Area">Of the score on rows that the model was not fitted to, five folds: 0.5 where it tells nothing.</param>
internal sealed record Propensity(double Pmse, double ExpectedPmse, AreaUnderCurve Area)
{
    private const double Ridge = 1;

    public static Propensity Of(DenseRows real, DenseRows synthetic, long seed, double level)
    {
        var pooled = Pooled.Of(real, synthetic);
        var share = synthetic.Count / (double)pooled.Rows.Count;
        var scores = LogisticRegression.Fit(pooled.Rows, pooled.Labels, Ridge).Scores(pooled.Rows);
        return new Propensity(
            scores.Average(score => Math.Pow(LogisticRegression.Probability(score) - share, 2)),
            Coefficients(pooled.Rows) * (1 - share) * (1 - share) * share / pooled.Rows.Count,
            pooled.CrossFitted(seed, level, (rows, labels, others) => LogisticRegression.Fit(rows, labels, Ridge).Scores(others)));
    }

    // Besides the bias: the columns that vary.
    private static int Coefficients(DenseRows rows) => Enumerable.Range(0, rows.Columns).Count(column =>
        Enumerable.Range(1, rows.Count - 1).Any(row => rows.Row(row)[column] != rows.Row(0)[column]));
}
