using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;

/// <summary>Real and synthetic rows together, for a classifier to tell apart.</summary>
/// <param name="Rows">Real rows first.</param>
/// <param name="Labels">0 real, 1 synthetic.</param>
internal sealed record Pooled(DenseRows Rows, double[] Labels)
{
    private const int Folds = 5;

    public static Pooled Of(DenseRows real, DenseRows synthetic) => new(
        real with { Values = [.. real.Values, .. synthetic.Values], Count = real.Count + synthetic.Count },
        [.. Enumerable.Repeat(0.0, real.Count), .. Enumerable.Repeat(1.0, synthetic.Count)]);

    /// <summary>
    /// The area under the ROC curve of a classifier on rows that it was not fitted to: the mean over five seeded folds,
    /// in which real and synthetic rows are divided evenly.
    /// </summary>
    /// <param name="seed">Gives the folds.</param>
    /// <param name="level">Of the interval.</param>
    /// <param name="classify">Fits a classifier to rows and labels and gives its scores of other rows.</param>
    public AreaUnderCurve CrossFitted(long seed, double level, Func<DenseRows, double[], DenseRows, double[]> classify)
    {
        var folds = FoldOf(DerivedSeed.From(seed, "classifier folds"));
        var areas = new AreaUnderCurve[Folds];
        for (var fold = 0; fold < Folds; fold++)
        {
            var (train, test) = (Pick(row => folds[row] != fold), Pick(row => folds[row] == fold));
            var scores = classify(train.Rows, train.Labels, test.Rows);
            areas[fold] = AreaUnderCurve.Of([.. scores.Where((_, i) => test.Labels[i] == 1)], [.. scores.Where((_, i) => test.Labels[i] == 0)], level);
        }

        return AreaUnderCurve.Mean(areas);
    }

    private int[] FoldOf(long seed)
    {
        var (folds, seen, order) = (new int[Labels.Length], new int[2], new RowShuffle(seed).Next(Labels.Length));
        foreach (var row in order)
        {
            folds[row] = seen[(int)Labels[row]]++ % Folds;
        }

        return folds;
    }

    private Pooled Pick(Func<int, bool> keep)
    {
        int[] rows = [.. Enumerable.Range(0, Labels.Length).Where(keep)];
        var values = new float[rows.Length * Rows.Width];
        for (var i = 0; i < rows.Length; i++)
        {
            Rows.Row(rows[i]).CopyTo(values.AsSpan(i * Rows.Width));
        }

        return new Pooled(Rows with { Values = values, Count = rows.Length }, [.. rows.Select(row => Labels[row])]);
    }
}
