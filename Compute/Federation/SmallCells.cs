namespace GenoMed.Fhir.Compute.Federation;

/// <summary>Suppression of small groups in a partition of the patients.</summary>
internal static class SmallCells
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
}
