namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// Which families are worth counting, from the contingency tables of pairs: each child with the subsets of the parents
/// that raise its score most by themselves (sparse candidates: Friedman, Nachman, Pe'er, UAI 1999). The same at every
/// node, for the summed pairs are.
/// </summary>
internal static class CandidateFamilies
{
    /// <summary>
    /// Larger sets before smaller, better before worse, as many as fit into the budget; subsets follow by adding up.
    /// A set with more cells than there are patients says nothing that its subsets do not.
    /// </summary>
    public static List<VariableSet> From(IFamilyTables pairs, NetworkLayout layout)
    {
        var rules = new EdgeRules(pairs.Variables.Count, layout.Structure);
        var patients = pairs[new Family(0, [])].Cells.Sum();
        var (chosen, covered, left) = (new List<VariableSet>(), new HashSet<VariableSet>(), (long)layout.Options.Cells);
        var ranked = Enumerable.Range(0, pairs.Variables.Count).SelectMany(child => Sets(child, pairs, layout, rules))
            .OrderByDescending(candidate => candidate.Set.Positions.Length).ThenBy(candidate => candidate.Rank).ThenBy(candidate => candidate.Child);
        foreach (var set in ranked.Select(candidate => candidate.Set))
        {
            var size = set.Positions.Aggregate(1L, (product, v) => product * pairs.Variables[v].States);
            if (size <= patients && size <= left && !covered.Contains(set))
            {
                chosen.Add(set);
                covered.UnionWith(set.Subsets());
                left -= size;
            }
        }

        return chosen;
    }

    private static IEnumerable<(int Rank, int Child, VariableSet Set)> Sets(int child, IFamilyTables pairs, NetworkLayout layout, EdgeRules rules)
    {
        var parents = Parents(child, pairs, layout, rules);
        int[] ranks = [.. Enumerable.Range(0, parents.Length)];
        return from size in Enumerable.Range(2, Math.Max(0, layout.Options.MaximumParents - 1))
               from subset in Subsets.Of(ranks, size)
               select (subset.Sum(), child, new VariableSet([.. subset.Select(rank => parents[rank]).Append(child).Order()]));
    }

    /// <summary>The required parents, then those that gain most alone.</summary>
    private static int[] Parents(int child, IFamilyTables pairs, NetworkLayout layout, EdgeRules rules)
    {
        var alone = Score(new Family(child, []), pairs, layout.Structure);
        return [.. Enumerable.Range(0, pairs.Variables.Count)
            .Where(parent => rules.MayBe(parent, child))
            .Select(parent => (Parent: parent, Gain: rules.MustBe(parent, child) ? double.PositiveInfinity : Score(new Family(child, [parent]), pairs, layout.Structure) - alone))
            .Where(candidate => candidate.Gain > 0)
            .OrderByDescending(candidate => candidate.Gain)
            .Take(layout.Options.Candidates)
            .Select(candidate => candidate.Parent)];
    }

    private static double Score(Family family, IFamilyTables pairs, StructureOptions options) =>
        FamilyScore.Of(options.Score, pairs[family], options.EquivalentSampleSize);
}
