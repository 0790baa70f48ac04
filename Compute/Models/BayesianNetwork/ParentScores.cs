namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>For each child the score of its family and of every family that differs by one parent: what a step of hill climbing looks at.</summary>
internal sealed class ParentScores(IFamilyTables tables, EdgeRules rules, StructureOptions options)
{
    private readonly int _count = tables.Variables.Count;
    private readonly Dictionary<Family, double> _scores = [];
    private readonly double[] _own = new double[tables.Variables.Count];
    private readonly double[][] _toggled = new double[tables.Variables.Count][];
    private bool[][]? _candidates;

    /// <summary>What the score of <paramref name="child"/> gains when the parent is added or, where it is one, taken away; -∞ where it may not be.</summary>
    public double Gain(int child, int parent) => _toggled[child][parent] - _own[child];

    /// <summary>The score of a child's present family.</summary>
    public double Own(int child) => _own[child];

    /// <summary>Scores the neighbourhood of children whose parents have changed: one message to the nodes for all of them.</summary>
    public void Refresh(Dag dag, IReadOnlyList<int> children)
    {
        var families = children.ToDictionary(child => child, child => Neighbours(dag, child));
        tables.Ask(families.Values.SelectMany(list => list.OfType<Family>())
            .Concat(children.Select(dag.Family)).Where(family => !_scores.ContainsKey(family)).Select(family => new VariableSet(family.Variables)));
        foreach (var child in children)
        {
            _own[child] = Score(dag.Family(child));
            _toggled[child] = [.. families[child].Select(family => family is null ? double.NegativeInfinity : Score(family))];
        }
    }

    /// <summary>
    /// Keeps for each child the parents that gain most by themselves (the sparse candidates of Friedman, Nachman, Pe'er,
    /// UAI 1999, once). With the empty parents of the start this is a ranking by penalised mutual information.
    /// </summary>
    public void Screen()
    {
        if (options.Candidates > 0)
        {
            _candidates = [.. Enumerable.Range(0, _count).Select(Best)];
        }
    }

    private bool[] Best(int child)
    {
        var best = new bool[_count];
        foreach (var parent in Enumerable.Range(0, _count).OrderByDescending(parent => Gain(child, parent)).Take(options.Candidates))
        {
            best[parent] = true;
        }

        return best;
    }

    private Family?[] Neighbours(Dag dag, int child)
    {
        var family = dag.Family(child);
        return [.. Enumerable.Range(0, _count).Select(parent => IsAllowed(family, parent) ? Known(family.Toggle(parent)) : null)];
    }

    private Family? Known(Family family) => tables.Knows(family) ? family : null;

    private bool IsAllowed(Family family, int parent) => family.Parents.Contains(parent)
        ? !rules.MustBe(parent, family.Child)
        : family.Parents.Length < options.MaximumParents
            && rules.MayBe(parent, family.Child)
            && (_candidates is null || _candidates[family.Child][parent]);

    private double Score(Family family) => _scores.TryGetValue(family, out var score)
        ? score
        : _scores[family] = FamilyScore.Of(options.Score, tables[family], options.EquivalentSampleSize);
}
