namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>What a node tells of a column of codes without telling of fewer than k patients.</summary>
internal static class ToldCodes
{
    /// <summary>
    /// Of two codes either both are told or neither: then the commoner counts as one patient, which names it and weighs
    /// nothing beside the nodes that may tell. Of more codes the small ones share their patients evenly; where they have
    /// fewer than k together, the largest code takes them.
    /// </summary>
    /// <param name="counts">Missing, then each code; changed in place.</param>
    /// <param name="k">The smallest group that may be told; at 1 nothing changes.</param>
    public static void Apply(Span<double> counts, int k)
    {
        var codes = counts[1..];
        if (codes.Length == 2 && (IsSmall(codes[0], k) || IsSmall(codes[1], k)))
        {
            var common = codes[1] > codes[0] ? 1 : 0;
            counts.Clear();
            codes[common] = 1;
            return;
        }

        var small = 0.0;
        var hidden = new List<int>();
        for (var cell = 0; cell < counts.Length; cell++)
        {
            if (IsSmall(counts[cell], k))
            {
                hidden.Add(cell);
                small += counts[cell];
                counts[cell] = 0;
            }
        }

        Share(counts, hidden, small, k);
    }

    private static void Share(Span<double> counts, List<int> hidden, double patients, int k)
    {
        if (patients < k)
        {
            counts[Largest(counts)] += patients;
            return;
        }

        var told = WholeNumbers.Of([.. hidden.Select(_ => patients / hidden.Count)]);
        for (var i = 0; i < hidden.Count; i++)
        {
            counts[hidden[i]] = told[i];
        }
    }

    private static bool IsSmall(double count, int k) => count > 0 && count < k;

    private static int Largest(ReadOnlySpan<double> counts)
    {
        var largest = 0;
        for (var cell = 1; cell < counts.Length; cell++)
        {
            largest = counts[cell] > counts[largest] ? cell : largest;
        }

        return largest;
    }
}
