using GenoMed.Fhir.Compute.Models.Fidelity;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>The scores of a synthetic set with what they are to be read against.</summary>
/// <param name="Scores">Synthetic patients judged by the real ones.</param>
/// <param name="Ceiling">One half of the real patients judged by the other.</param>
/// <param name="Floor">Real patients with each feature dealt to them anew.</param>
/// <param name="Pooled">True where they rest on the counts of all nodes together; else they are the nodes' means, weighted by patients.</param>
public sealed record SafeLevels(SafeScores Scores, SafeScores Ceiling, SafeScores Floor, bool Pooled)
{
    /// <summary>How far a score is on the way from floor to ceiling.</summary>
    public double ShareOfTheWay(Func<SafeScores, double> score) => SafeScores.ShareOfTheWay(score(Scores), score(Floor), score(Ceiling));

    /// <summary>
    /// The levels of several nodes: from added counts where every node tells groups of any size (or there is but one node), else
    /// the mean of the nodes' own scores, each of which rests on all counts of its node.
    /// </summary>
    /// <param name="plan">What was compared.</param>
    /// <param name="nodes">One or more, each with scores.</param>
    public static SafeLevels Of(SafePlan plan, IReadOnlyList<SafeEvidence> nodes)
    {
        if (nodes.Count > 1 && nodes.All(node => node.Counts is not null))
        {
            var counts = SafeCounts.Sum([.. nodes.Select(node => node.Counts!)]);
            return new SafeLevels(SafeScores.Of(plan, counts.Real, nodes[0].Synthetic!), counts.Ceiling(plan), counts.Floor(plan), true);
        }

        return new SafeLevels(
            ScoreMeans.Of([.. nodes.Select(node => (node.Scores!, node.Rows))]),
            ScoreMeans.Of([.. nodes.Select(node => (node.Ceiling!, node.Rows))]),
            ScoreMeans.Of([.. nodes.Select(node => (node.Floor!, node.Rows))]),
            nodes.Count == 1);
    }
}
