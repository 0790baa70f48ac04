namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>Suppression of small groups in a partition of the patients.</summary>
public static class SmallGroups
{
    /// <summary>
    /// Hides every group of 1..k-1 patients and, smallest first, as many more as it takes until the hidden ones hold k
    /// together: the total is known, and one hidden group alone would follow by subtraction.
    /// </summary>
    /// <param name="counts">Patients of each group; together all patients of the table.</param>
    /// <param name="k">The smallest group that may be told.</param>
    /// <returns>The counts, null where hidden.</returns>
    public static int?[] Suppress(IReadOnlyList<int> counts, int k)
    {
        var told = counts.Select(count => (int?)count).ToArray();
        var hidden = 0;
        foreach (var group in Enumerable.Range(0, counts.Count).Where(i => counts[i] > 0).OrderBy(i => counts[i]))
        {
            if (counts[group] >= k && (hidden == 0 || hidden >= k))
            {
                break;
            }

            hidden += counts[group];
            told[group] = null;
        }

        return told;
    }

    /// <summary>
    /// Tells groups of 1..k-1 patients as empty and counts their patients in the largest group, so that the total stays and
    /// no hidden group follows from it. For where a distribution is wanted and no gap.
    /// </summary>
    /// <param name="counts">Patients of each group.</param>
    /// <param name="k">The smallest group that may be told.</param>
    public static int[] Merged(IReadOnlyList<int> counts, int k)
    {
        var largest = Enumerable.Range(0, counts.Count).MaxBy(group => counts[group]);
        var merged = counts.Select((count, group) => group != largest && count < k ? 0 : count).ToArray();
        merged[largest] += counts.Sum() - merged.Sum();
        return merged;
    }
}
