namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// Meek's orientation rules (UAI 1995): what follows from the directions found so far when there may be neither a
/// cycle nor a new v-structure. The fourth is needed once edges are required or forbidden.
/// </summary>
internal static class MeekRules
{
    /// <summary>Orients until nothing follows any more.</summary>
    public static void Close(PartialDag graph)
    {
        bool changed;
        do
        {
            changed = false;
            for (var a = 0; a < graph.Count; a++)
            {
                for (var b = 0; b < graph.Count; b++)
                {
                    changed |= graph.IsUndirected(a, b) && Follows(graph, a, b) && graph.Orient(a, b);
                }
            }
        }
        while (changed);
    }

    private static bool Follows(PartialDag graph, int a, int b) => First(graph, a, b) || Second(graph, a, b) || Third(graph, a, b) || Fourth(graph, a, b);

    /// <summary>c → a, a - b, c and b not adjacent.</summary>
    private static bool First(PartialDag graph, int a, int b) => graph.Parents(a).Any(c => c != b && !graph.IsAdjacent(c, b));

    /// <summary>a → c → b, a - b.</summary>
    private static bool Second(PartialDag graph, int a, int b) => graph.Parents(b).Any(c => graph.IsDirected(a, c));

    /// <summary>a - c → b, a - d → b, c and d not adjacent.</summary>
    private static bool Third(PartialDag graph, int a, int b)
    {
        int[] middle = [.. graph.Parents(b).Where(c => graph.IsUndirected(a, c))];
        return middle.Any(c => middle.Any(d => d != c && !graph.IsAdjacent(c, d)));
    }

    /// <summary>a - d → c → b, a adjacent to c, d and b not adjacent.</summary>
    private static bool Fourth(PartialDag graph, int a, int b) => graph.Parents(b)
        .Where(c => graph.IsAdjacent(a, c))
        .Any(c => graph.Parents(c).Any(d => d != b && graph.IsUndirected(a, d) && !graph.IsAdjacent(d, b)));
}
