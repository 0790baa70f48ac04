namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// Which families are worth counting, from the contingency tables of pairs: each child with the subsets of the parents
/// that raise its score most by themselves (sparse candidates: Friedman, Nachman, Pe'er, UAI 1999). The same at every
/// node, for the summed pairs are.
/// </summary>
internal static class CandidateFamilies
{
    /// <summary>The largest sets, best first, as many as fit into the budget; their subsets follow by adding up.</summary>
    public static List<VariableSet> From(IFamilyTables pairs, NetworkLayout layout)
    {
        var rules = new EdgeRules(pairs.Variables.Count, layout.Structure);
        var (chosen, seen, left) = (new List<VariableSet>(), new HashSet<VariableSet>(), (long)layout.Options.Cells);
        var ranked = Enumerable.Range(0, pairs.Variables.Count).SelectMany(child => Sets(child, pairs, layout, rules))
            .OrderBy(candidate => candidate.Rank).ThenBy(candidate => candidate.Child);
        foreach (var set in ranked.Select(candidate => candidate.Set))
        {
            var size = set.Positions.Aggregate(1L, (product, v) => product * pairs.Variables[v].States);
            if (set.Positions.Length > 2 && size <= left && seen.Add(set))
            {
                chosen.Add(set);
                left -= size;
            }
        }

        return chosen;
    }

    private static IEnumerable<(int Rank, int Child, VariableSet Set)> Sets(int child, IFamilyTables pairs, NetworkLayout layout, EdgeRules rules)
    {
        var options = layout.Structure;
        var alone = Score(new Family(child, []), pairs, options);
        int[] parents = [.. Enumerable.Range(0, pairs.Variables.Count)
            .Where(parent => rules.MayBe(parent, child))
            .Select(parent => (Parent: parent, Gain: rules.MustBe(parent, child) ? double.PositiveInfinity : Score(new Family(child, [parent]), pairs, options) - alone))
            .Where(candidate => candidate.Gain > 0)
            .OrderByDescending(candidate => candidate.Gain)
            .Take(layout.Options.Candidates)
            .Select(candidate => candidate.Parent)];
        int[] ranks = [.. Enumerable.Range(0, parents.Length)];
        return Subsets.Of(ranks, Math.Min(options.MaximumParents, parents.Length))
            .Select(subset => (subset.Sum(), child, new VariableSet([.. subset.Select(rank => parents[rank]).Append(child).Order()])));
    }

    private static double Score(Family family, IFamilyTables pairs, StructureOptions options) =>
        FamilyScore.Of(options.Score, pairs[family], options.EquivalentSampleSize);
}
