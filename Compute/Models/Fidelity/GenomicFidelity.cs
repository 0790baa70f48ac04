namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>The parts of GSF.</summary>
internal sealed class GenomicFidelity(SafePlan plan, SafeSummary real, SafeSummary synthetic)
{
    public Dictionary<string, double> Parts() => new()
    {
        ["frequencies"] = 1 - SafeScores.Mean(plan.Lesions.Select(FrequencyDifference)),
        ["lesions_per_patient"] = CellMeasures.TotalVariationComplement(real.LesionsPerPatient, synthetic.LesionsPerPatient),
        ["gene_pairs"] = PairsAlike(SafePairs.Genes(plan)),
        ["cytogenetic_pairs"] = PairsAlike(SafePairs.GenesByCytogenetics(plan)),
    };

    public double PhiCorrelation()
    {
        var (left, right) = (Pairs(real, SafePairs.Genes(plan)), Pairs(synthetic, SafePairs.Genes(plan)));
        var correlation = PairTrend.Pearson([.. left.Select(pair => pair.Phi)], [.. right.Select(pair => pair.Phi)]);
        return double.IsNaN(correlation) ? 0 : correlation;
    }

    public double LargestFrequencyDifference() => plan.Lesions.Select(FrequencyDifference).Where(difference => !double.IsNaN(difference)).DefaultIfEmpty(double.NaN).Max();

    /// <summary>Half: how near φ is over all pairs; half: whether the same pairs are found to come together or to exclude each other.</summary>
    private double PairsAlike(IEnumerable<(string, string)> names)
    {
        var pairs = names.ToArray();
        var (left, right) = (Pairs(real, pairs), Pairs(synthetic, pairs));
        return pairs.Length == 0
            ? double.NaN
            : SafeScores.Mean([1 - left.Zip(right, (a, b) => Math.Abs(a.Phi - b.Phi)).Average(), LesionCalls.Agreement(left, right)]);
    }

    private static LesionPair[] Pairs(SafeSummary summary, IEnumerable<(string First, string Second)> names) =>
        [.. names.Select(pair => LesionPair.Of(summary.LesionPairs[SafeSummary.Pair(pair.First, pair.Second)]))];

    /// <summary>The largest there is, 1, where no synthetic patient was looked at for a lesion that is known of real ones; NaN where it is known of no real one.</summary>
    private double FrequencyDifference(string lesion)
    {
        var (left, right) = (Frequency(real, lesion), Frequency(synthetic, lesion));
        return double.IsNaN(right) && !double.IsNaN(left) ? 1 : Math.Abs(left - right);
    }

    private static double Frequency(SafeSummary summary, string lesion)
    {
        var counts = summary.Columns[lesion];
        return counts[1] / (double)(counts[0] + counts[1]);
    }
}
