using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Spine.Benchmarks;

/// <summary>The paper's split: 10 % test, the rest over the nodes.</summary>
/// <param name="Test">Never trained on.</param>
/// <param name="Training">All nodes together.</param>
/// <param name="Nodes">Name to rows.</param>
internal sealed record Split(FeatureTable Test, FeatureTable Training, IReadOnlyList<(string Name, FeatureTable Table)> Nodes)
{
    private static readonly Dictionary<int, double[]> Shares = new() { [3] = [0.6, 0.3, 0.1], [5] = [0.45, 0.2, 0.15, 0.1, 0.1] };

    public static Split Of(FeatureTable cohort, int seed, int nodes)
    {
        var order = Shuffled(cohort.Count, seed);
        return Of(cohort, order[..(cohort.Count / 10)], order[(cohort.Count / 10)..], nodes);
    }

    /// <summary>The folds of a cross-validation: each patient is in one test set.</summary>
    public static IEnumerable<Split> Folds(FeatureTable cohort, int seed, int folds, int nodes)
    {
        var order = Shuffled(cohort.Count, seed);
        for (var fold = 0; fold < folds; fold++)
        {
            var mine = fold;
            yield return Of(cohort, [.. order.Where((_, i) => i % folds == mine)], [.. order.Where((_, i) => i % folds != mine)], nodes);
        }
    }

    private static Split Of(FeatureTable cohort, int[] test, int[] training, int nodes)
    {
        var (parts, start, sum) = (new List<(string, FeatureTable)>(), 0, 0.0);
        foreach (var share in Shares[nodes])
        {
            sum += share;
            var end = (int)Math.Round(sum * training.Length);
            parts.Add(($"node{parts.Count + 1}", Sorted(cohort, training[start..end])));
            start = end;
        }

        return new Split(Sorted(cohort, test), Sorted(cohort, training), parts);
    }

    private static int[] Shuffled(int count, int seed)
    {
        var order = Enumerable.Range(0, count).ToArray();
#pragma warning disable CA5394 // A seeded split is not a secret.
        new Random(seed).Shuffle(order);
#pragma warning restore CA5394
        return order;
    }

    private static FeatureTable Sorted(FeatureTable cohort, int[] rows) => cohort.Select([.. rows.Order()]);
}
