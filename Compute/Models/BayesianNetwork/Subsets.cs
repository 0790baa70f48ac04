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
}
