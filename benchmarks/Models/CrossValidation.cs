using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Models.Benchmarks;

/// <summary>Seeded folds.</summary>
internal static class CrossValidation
{
    /// <summary>Each of the folds in turn as the test set.</summary>
    public static IEnumerable<(FeatureTable Training, FeatureTable Test)> Folds(FeatureTable cohort, int folds, int seed)
    {
        var order = Shuffled(cohort.Count, seed);
        for (var fold = 0; fold < folds; fold++)
        {
            int[] test = [.. order.Where((_, i) => i % folds == fold).Order()];
            yield return (cohort.Select([.. Enumerable.Range(0, cohort.Count).Except(test)]), cohort.Select(test));
        }
    }

    public static int[] Shuffled(int count, int seed)
    {
#pragma warning disable CA5394 // A seeded split is not a secret.
        var order = Enumerable.Range(0, count).ToArray();
        new Random(seed).Shuffle(order);
#pragma warning restore CA5394
        return order;
    }
}
