namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// PC (Spirtes, Glymour 1991): skeleton by independence tests, v-structures, Meek's rules. What stays undirected is
/// directed one edge at a time, each followed by Meek's rules, so that no new v-structure comes in where one can be
/// avoided; parents beyond the maximum are the least associated ones and go.
/// </summary>
internal static class PcAlgorithm
{
    public static Dag Search(IFamilyTables tables, StructureOptions options)
    {
        var graph = Equivalence(tables, options);
        var rules = new EdgeRules(tables.Variables.Count, options);
        foreach (var (x, y) in Pairs(graph.Count))
        {
            if (graph.IsUndirected(x, y))
            {
                // One of the two directions closes no cycle, for the directed part has none.
                _ = (rules.MayBe(x, y) && graph.Orient(x, y)) || (rules.MayBe(y, x) && graph.Orient(y, x)) || Drop(graph, x, y);
                MeekRules.Close(graph);
            }
        }

        return Limited(graph, tables, options, rules);
    }

    /// <summary>The partly directed graph that stands for all networks with the independences found.</summary>
    internal static PartialDag Equivalence(IFamilyTables tables, StructureOptions options)
    {
        var rules = new EdgeRules(tables.Variables.Count, options);
        var skeleton = new PcSkeleton(tables, options, rules).Build();
        var graph = new PartialDag(skeleton.Adjacent);
        OrientByRules(graph, rules);
        OrientColliders(graph, skeleton, rules);
        MeekRules.Close(graph);
        return graph;
    }

    private static void OrientByRules(PartialDag graph, EdgeRules rules)
    {
        foreach (var (x, y) in Pairs(graph.Count).Where(pair => graph.IsUndirected(pair.X, pair.Y)))
        {
            _ = rules.MayBe(x, y) ? !rules.MayBe(y, x) && graph.Orient(x, y) : graph.Orient(y, x);
        }
    }

    /// <summary>x - z - y with x and y not adjacent and z not in what separates them: x → z ← y. What was oriented first stays.</summary>
    private static void OrientColliders(PartialDag graph, PcSkeleton skeleton, EdgeRules rules)
    {
        foreach (var (x, y) in Pairs(graph.Count).Where(pair => !graph.IsAdjacent(pair.X, pair.Y)))
        {
            if (skeleton.Separator(x, y) is not { } separator)
            {
                continue;
            }

            foreach (var z in graph.Adjacent(x).Intersect(graph.Adjacent(y)).Except(separator).ToArray())
            {
                _ = rules.MayBe(x, z) && graph.Orient(x, z);
                _ = rules.MayBe(y, z) && graph.Orient(y, z);
            }
        }
    }

    private static Dag Limited(PartialDag graph, IFamilyTables tables, StructureOptions options, EdgeRules rules)
    {
        var dag = new Dag(graph.Count);
        var pairs = Enumerable.Range(0, graph.Count).SelectMany(child => graph.Parents(child).Select(parent => new Family(child, [parent]))).ToArray();
        tables.Ask(pairs.Select(pair => new VariableSet(pair.Variables)));
        foreach (var pair in pairs
            .OrderByDescending(pair => rules.MustBe(pair.Parents[0], pair.Child))
            .ThenByDescending(pair => FamilyScore.Of(options.Score, tables[pair], options.EquivalentSampleSize)))
        {
            var family = dag.Family(pair.Child).Toggle(pair.Parents[0]);
            if (family.Parents.Length <= options.MaximumParents && tables.Knows(family))
            {
                dag.Add(pair.Parents[0], pair.Child);
            }
        }

        return dag;
    }

    private static bool Drop(PartialDag graph, int x, int y)
    {
        graph.Remove(x, y);
        return true;
    }

    private static IEnumerable<(int X, int Y)> Pairs(int count) =>
        from x in Enumerable.Range(0, count)
        from y in Enumerable.Range(x + 1, count - x - 1)
        select (x, y);
}
