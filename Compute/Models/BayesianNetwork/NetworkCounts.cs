using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// The state of a network while it is learned: whole numbers that add up over nodes, in three parts that are counted
/// one a round. Structure and parameters are a function of them, so they are no part of the state.
/// </summary>
/// <param name="Marginals">Each column by itself: sketches and code counts.</param>
/// <param name="Pairs">Contingency tables of all pairs, then zeros.</param>
/// <param name="Families">Contingency tables of the candidate families, then zeros.</param>
internal sealed record NetworkCounts(double[] Marginals, double[] Pairs, double[] Families)
{
    public static NetworkCounts Zero(NetworkLayout layout) =>
        new(new double[layout.MarginalCells], new double[layout.PairCells], new double[layout.Options.Cells]);

    /// <exception cref="ArgumentException">A tensor is missing or has another length, or a count is no whole number.</exception>
    public static NetworkCounts From(NetworkLayout layout, IReadOnlyDictionary<string, torch.Tensor> state) => new(
        Read(state, "marginals", layout.MarginalCells), Read(state, "pairs", layout.PairCells), Read(state, "families", layout.Options.Cells));

    /// <summary>Three float64 vectors: exact up to 2⁵³ patients.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> ToState() => new Dictionary<string, torch.Tensor>
    {
        ["marginals"] = torch.tensor(Marginals).DetachFromDisposeScope(),
        ["pairs"] = torch.tensor(Pairs).DetachFromDisposeScope(),
        ["families"] = torch.tensor(Families).DetachFromDisposeScope(),
    };

    /// <summary>With tables written into a part, one after the other from its start, on top of what is there.</summary>
    public static double[] Added(double[] part, IEnumerable<IReadOnlyList<long>> tables)
    {
        var (sum, at) = (part.ToArray(), 0);
        foreach (var count in tables.SelectMany(table => table))
        {
            sum[at++] += count;
        }

        return sum;
    }

    private static double[] Read(IReadOnlyDictionary<string, torch.Tensor> state, string name, int length)
    {
        if (!state.TryGetValue(name, out var tensor) || tensor.dtype != torch.ScalarType.Float64 || tensor.shape is not [var got] || got != length)
        {
            throw new ArgumentException($"Expected a tensor '{name}' Float64 [{length}], got {(tensor is null ? "none" : $"{tensor.dtype} [{string.Join(", ", tensor.shape)}]")}.");
        }

        var counts = tensor.data<double>().ToArray();
        var odd = Array.FindIndex(counts, count => count < 0 || count != Math.Floor(count));
        return odd < 0
            ? counts
            : throw new ArgumentException($"Tensor '{name}' has {counts[odd]} at [{odd}]: counts of nodes are summed, not averaged (strategy 'sum').");
    }
}
