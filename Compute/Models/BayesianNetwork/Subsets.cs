namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>Subsets in lexicographic order.</summary>
internal static class Subsets
{
    /// <summary>All subsets of that size.</summary>
    public static List<int[]> Of(ReadOnlySpan<int> items, int size)
    {
        var subsets = new List<int[]>();
        if (size == 0)
        {
            subsets.Add([]);
        }

        for (var i = 0; size > 0 && i <= items.Length - size; i++)
        {
            foreach (var rest in Of(items[(i + 1)..], size - 1))
            {
                subsets.Add([items[i], .. rest]);
            }
        }

        return subsets;
    }

    /// <summary>The subsets of that size that are kept, where a subset of a kept one is kept too: what is not is never extended.</summary>
    /// <param name="items">Ascending.</param>
    /// <param name="size">0 or more.</param>
    /// <param name="keep">Asked for each non-empty subset that is built.</param>
    public static List<int[]> Of(int[] items, int size, Func<int[], bool> keep)
    {
        List<int[]> subsets = [[]];
        for (var length = 1; length <= size; length++)
        {
            subsets = [.. subsets.SelectMany(subset => items
                .Where(item => subset.Length == 0 || item > subset[^1])
                .Select(item => (int[])[.. subset, item])
                .Where(keep))];
        }

        return subsets;
    }
}
