namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Total variation distance, ½ Σ |p - q|, between the frequencies of codes; missing left out; NaN where a side has none.</summary>
internal static class Contingency
{
    public static double Distance(CodedColumn column) => Distance(Counts(column.Real, column.Count), Counts(column.Synthetic, column.Count));

    /// <summary>The same of pairs of codes.</summary>
    public static double Distance(CodedColumn first, CodedColumn second) => Distance(
        Counts(first.Real, second.Real, first.Count, second.Count), Counts(first.Synthetic, second.Synthetic, first.Count, second.Count));

    private static int[] Counts(int[] codes, int count)
    {
        var counts = new int[count];
        foreach (var code in codes.Where(code => code >= 0))
        {
            counts[code]++;
        }

        return counts;
    }

    private static int[] Counts(int[] first, int[] second, int firstCount, int secondCount)
    {
        var counts = new int[firstCount * secondCount];
        for (var row = 0; row < first.Length; row++)
        {
            if (first[row] >= 0 && second[row] >= 0)
            {
                counts[(first[row] * secondCount) + second[row]]++;
            }
        }

        return counts;
    }

    private static double Distance(int[] p, int[] q)
    {
        double totalP = p.Sum(), totalQ = q.Sum();
        return totalP == 0 || totalQ == 0 ? double.NaN : p.Zip(q, (inP, inQ) => Math.Abs((inP / totalP) - (inQ / totalQ))).Sum() / 2;
    }
}
