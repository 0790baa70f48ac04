namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>
/// Which synthetic rows are nearer to the training rows than to as many hold-out rows: half of them where the generator
/// learned the population, more where it learned its rows. The larger table is divided at random into parts of the
/// smaller one's size, and the share is the mean over the parts.
/// </summary>
/// <param name="Nearer">Rows nearer to training, ties half; ideal 0.5. The interval takes the real rows as given.</param>
/// <param name="StrictlyNearer">Ties not counted, as SDMetrics has it.</param>
public sealed record NearerShare(Proportion Nearer, Proportion StrictlyNearer)
{
    /// <summary>SDMetrics' DCROverfittingProtection: min(1, 2 (1 - share)), ties not counted; 1 is best.</summary>
    public double OverfittingProtection => Math.Min(1, 2 * (1 - StrictlyNearer.Rate));

    /// <summary>All nodes' rows together.</summary>
    public static NearerShare Sum(IReadOnlyList<NearerShare> parts) =>
        new(Proportion.Sum([.. parts.Select(part => part.Nearer)]), Proportion.Sum([.. parts.Select(part => part.StrictlyNearer)]));

    internal static NearerShare Of(MixedRows synthetic, MixedRows training, MixedRows holdOut, PrivacyReportOptions options, CancellationToken cancellationToken)
    {
        var size = Math.Min(training.Count, holdOut.Count);
        var toTraining = Minima(synthetic, training, size, DerivedSeed.From(options.Seed, "training parts"), cancellationToken);
        var toHoldOut = Minima(synthetic, holdOut, size, DerivedSeed.From(options.Seed, "hold-out parts"), cancellationToken);
        var (nearer, ties) = Compare(synthetic.Count, toTraining, toHoldOut);
        var comparisons = (double)toTraining.Parts * toHoldOut.Parts;
        return new NearerShare(
            Proportion.Of((nearer + (ties / 2.0)) / comparisons, synthetic.Count, options.Level),
            Proportion.Of(nearer / comparisons, synthetic.Count, options.Level));
    }

    private static PartMinima Minima(MixedRows synthetic, MixedRows real, int size, long seed, CancellationToken cancellationToken) =>
        PartMinima.Of(synthetic, real, PartMinima.Divide(real.Count, size, seed), real.Count / size, cancellationToken);

    private static (long Nearer, long Ties) Compare(int rows, PartMinima toTraining, PartMinima toHoldOut)
    {
        var (nearer, ties) = (0L, 0L);
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < toTraining.Parts; i++)
            {
                for (var j = 0; j < toHoldOut.Parts; j++)
                {
                    nearer += toTraining.At(row, i) < toHoldOut.At(row, j) ? 1 : 0;
                    ties += toTraining.At(row, i) == toHoldOut.At(row, j) ? 1 : 0;
                }
            }
        }

        return (nearer, ties);
    }
}
