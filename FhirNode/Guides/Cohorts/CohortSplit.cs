using Bogus;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Cohorts;

/// <summary>
/// The paper's split of one cohort: a share of the patients is held out first as the test set, the rest is dealt
/// unevenly to the nodes (60/30/10 % or 45/20/15/10/10 %). Every row is in exactly one part.
/// </summary>
/// <param name="Test">The held-out patients.</param>
/// <param name="Nodes">One cohort a node, the largest first.</param>
public sealed record CohortSplit(Cohort Test, IReadOnlyList<Cohort> Nodes)
{
    /// <summary>The share of patients that is held out.</summary>
    public const double TestShare = 0.1;

    /// <summary>All training rows, node after node.</summary>
    public Cohort Pooled => new(Test.Header, [.. Nodes.SelectMany(node => node.Rows)]);

    /// <summary>The shares of a federation of that many nodes.</summary>
    /// <exception cref="ArgumentException">Neither 3 nor 5 nodes.</exception>
    public static double[] Shares(int nodes) => nodes switch
    {
        3 => [0.6, 0.3, 0.1],
        5 => [0.45, 0.2, 0.15, 0.1, 0.1],
        _ => throw new ArgumentException($"The paper's splits have 3 or 5 nodes, not {nodes}."),
    };

    /// <summary>Splits by seed: the same rows, seed and shares give the same parts.</summary>
    /// <exception cref="OperationProblem">Unprocessable: some part would be empty.</exception>
    public static CohortSplit Of(Cohort cohort, double[] shares, int seed)
    {
        var rows = new Randomizer(seed).Shuffle(cohort.Rows).ToList();
        var test = (int)Math.Round(rows.Count * TestShare);
        var training = rows.Skip(test).ToList();
        var parts = Parts(training, shares).Select(part => new Cohort(cohort.Header, part)).ToList();
        if (test == 0 || parts.Any(part => part.Rows.Count == 0))
        {
            throw OperationProblem.Unprocessable($"{rows.Count} patients are too few for a test set and {shares.Length} nodes.");
        }

        return new CohortSplit(new Cohort(cohort.Header, rows[..test]), parts);
    }

    private static IEnumerable<List<string[]>> Parts(List<string[]> rows, double[] shares)
    {
        var (start, share) = (0, 0.0);
        foreach (var next in shares)
        {
            share += next;
            var end = (int)Math.Round(rows.Count * share);
            yield return rows[start..end];
            start = end;
        }
    }
}
