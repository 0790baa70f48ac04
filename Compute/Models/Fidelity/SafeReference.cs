using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>What a score is to be read against: the best that real patients reach, and what independent columns reach.</summary>
public static class SafeReference
{
    /// <summary>The patients in two random halves, each taken once as real.</summary>
    public static (FeatureTable First, FeatureTable Second) Halves(FeatureTable table, long seed)
    {
        var order = Order(table.Count, DerivedSeed.From(seed, "safe", "halves"));
        return (table.Select(order[..(order.Length / 2)]), table.Select(order[(order.Length / 2)..]));
    }

    /// <summary>The ceiling: one half of the patients judged by the other.</summary>
    public static SafeScores Ceiling(SafePlan plan, FeatureTable table, long seed)
    {
        var (first, second) = Halves(table, seed);
        return SafeScores.Of(plan, SafeSummary.Of(first, plan), SafeSummary.Of(second, plan));
    }

    /// <summary>The floor: the same marginals, every feature drawn for itself.</summary>
    public static SafeScores Floor(SafePlan plan, FeatureTable table, long seed)
        => SafeScores.Of(plan, SafeSummary.Of(table, plan), SafeSummary.Of(Shuffled(table, seed), plan));

    /// <summary>The table with each feature's values dealt to the rows anew.</summary>
    public static FeatureTable Shuffled(FeatureTable table, long seed)
    {
        var columns = table.Schema.Features.ToDictionary(
            feature => feature.Name, feature => table.Select(Order(table.Count, DerivedSeed.From(seed, "safe", "floor", feature.Name))).Column(feature.Name).ToArray());
        return new FeatureTable(table.Schema, table.RowIds, columns);
    }

    private static int[] Order(int count, long seed) => new RowShuffle(seed).Next(count);
}
