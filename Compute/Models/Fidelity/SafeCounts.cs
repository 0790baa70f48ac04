using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>All counts that scores, ceiling and floor rest on. They add up over nodes, and leave one only where groups of any size may be told.</summary>
/// <param name="Real">All patients.</param>
/// <param name="FirstHalf">A random half of them.</param>
/// <param name="SecondHalf">The other.</param>
/// <param name="Shuffled">All, each feature dealt to them anew.</param>
public sealed record SafeCounts(SafeSummary Real, SafeSummary FirstHalf, SafeSummary SecondHalf, SafeSummary Shuffled)
{
    /// <summary>The counts of one table.</summary>
    /// <param name="plan">What is counted.</param>
    /// <param name="table">Real patients.</param>
    /// <param name="seed">Gives the halves and the dealing.</param>
    /// <exception cref="ArgumentException">The table lacks a feature of the plan or describes it otherwise.</exception>
    public static SafeCounts Of(SafePlan plan, FeatureTable table, long seed)
    {
        var (first, second) = SafeReference.Halves(table, seed);
        return new SafeCounts(
            SafeSummary.Of(table, plan), SafeSummary.Of(first, plan), SafeSummary.Of(second, plan), SafeSummary.Of(SafeReference.Shuffled(table, seed), plan));
    }

    /// <summary>The counts of several nodes together.</summary>
    public static SafeCounts Sum(IReadOnlyList<SafeCounts> nodes) => new(
        SafeSummary.Sum([.. nodes.Select(node => node.Real)]),
        SafeSummary.Sum([.. nodes.Select(node => node.FirstHalf)]),
        SafeSummary.Sum([.. nodes.Select(node => node.SecondHalf)]),
        SafeSummary.Sum([.. nodes.Select(node => node.Shuffled)]));

    /// <summary>As <see cref="SafeReference.Ceiling"/>.</summary>
    public SafeScores Ceiling(SafePlan plan) => SafeScores.Of(plan, FirstHalf, SecondHalf);

    /// <summary>As <see cref="SafeReference.Floor"/>.</summary>
    public SafeScores Floor(SafePlan plan) => SafeScores.Of(plan, Real, Shuffled);
}
