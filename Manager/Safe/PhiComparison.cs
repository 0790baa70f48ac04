using GenoMed.Fhir.Compute.Models.Fidelity;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>Which genes are mutated together: φ of every pair.</summary>
/// <param name="Genes">In the plan's order.</param>
/// <param name="Real">By pair in the order (0,1), (0,2), ..., (1,2), ...; null where a group of the pair is too small to be told.</param>
/// <param name="Synthetic">The same pairs.</param>
public sealed record PhiComparison(IReadOnlyList<string> Genes, IReadOnlyList<double?> Real, IReadOnlyList<double?> Synthetic)
{
    internal static PhiComparison Of(SafePlan plan, IReadOnlyList<SafeEvidence> nodes)
    {
        string[] pairs = [.. plan.Genes.SelectMany((first, i) => plan.Genes.Skip(i + 1).Select(second => SafeSummary.Pair(first, second)))];
        return new PhiComparison(
            plan.Genes,
            [.. pairs.Select(pair => Phi([.. nodes.Select(node => node.Real!.LesionPairs[pair])]))],
            [.. pairs.Select(pair => Phi([nodes[0].Synthetic!.LesionPairs[pair]]))]);
    }

    private static double? Phi(long[][] tables)
    {
        long Cell(int cell) => tables.Sum(table => table[cell]);
        var pair = new LesionPair(Cell(0), Cell(1), Cell(2), Cell(3));
        return pair.Count == 0 ? null : pair.Phi;
    }
}
