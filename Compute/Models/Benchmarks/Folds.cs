namespace GenoMed.Fhir.Compute.Models.Benchmarks;

/// <summary>
/// k folds of shuffled rows, the same as scikit-learn's <c>KFold(k, shuffle=True, random_state=seed)</c> makes, so that a
/// published cross-validation is met on its own folds.
/// </summary>
public static class Folds
{
    /// <param name="count">Rows.</param>
    /// <param name="folds">k, 2..count; the first folds have one row more where they cannot all be equal.</param>
    /// <param name="seed">Of the shuffle.</param>
    /// <returns>The positions of each fold in turn as the test part, and those of the others.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two folds, or more than rows.</exception>
    public static IReadOnlyList<(int[] Training, int[] Test)> Of(int count, int folds, uint seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(folds, count);
        var order = Shuffled(count, seed);
        var parts = new List<(int[] Training, int[] Test)>();
        for (var (fold, start) = (0, 0); fold < folds; fold++)
        {
            var size = (count / folds) + (fold < count % folds ? 1 : 0);
            int[] test = [.. order[start..(start + size)].Order()];
            parts.Add(([.. Enumerable.Range(0, count).Except(test)], test));
            start += size;
        }

        return parts;
    }

    private static int[] Shuffled(int count, uint seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        var random = new MersenneTwister(seed);
        for (var i = count - 1; i > 0; i--)
        {
            var j = (int)random.Upto((uint)i);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
