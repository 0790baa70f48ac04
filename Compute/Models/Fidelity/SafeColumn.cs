using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>A feature as codes; missing is the last.</summary>
/// <param name="Codes">[n]</param>
/// <param name="Count">How many codes there are, missing included.</param>
internal sealed record SafeColumn(int[] Codes, int Count)
{
    /// <summary>All bins of a number.</summary>
    public static SafeColumn Of(SafePlan plan, FeatureTable table, string name)
        => SafePlan.IsNumber(plan.Schema[name]) ? Binned(table.Column(name), plan.Edges[name]) : Discrete(plan, table, name);

    /// <summary>The few bins of a number that a table of two variables has.</summary>
    public static SafeColumn Coarse(SafePlan plan, FeatureTable table, string name)
        => SafePlan.IsNumber(plan.Schema[name]) ? Binned(table.Column(name), Thinned(plan.Edges[name])) : Discrete(plan, table, name);

    private static SafeColumn Discrete(SafePlan plan, FeatureTable table, string name)
    {
        var feature = plan.Schema[name];
        var values = feature.Type == FeatureType.Binary ? 2 : feature.Categories.Count;
        var column = table.Column(name);
        var codes = new int[table.Count];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = double.IsNaN(column[row]) ? values : (int)column[row];
        }

        return new SafeColumn(codes, values + 1);
    }

    private static SafeColumn Binned(ReadOnlySpan<double> column, IReadOnlyList<double> edges)
    {
        var (inner, codes) = (edges.ToArray(), new int[column.Length]);
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = double.IsNaN(column[row]) ? inner.Length + 1 : Bin(inner, column[row]);
        }

        return new SafeColumn(codes, inner.Length + 2);
    }

    private static int Bin(double[] edges, double value)
    {
        var found = Array.BinarySearch(edges, value);
        return found >= 0 ? found + 1 : ~found;
    }

    private static IReadOnlyList<double> Thinned(IReadOnlyList<double> edges) => edges.Count < SafePlan.PairBins
        ? edges
        : [.. Enumerable.Range(1, SafePlan.PairBins - 1).Select(i => edges[(i * (edges.Count + 1) / SafePlan.PairBins) - 1])];
}
