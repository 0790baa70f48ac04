namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>Counts that are already there: of some sets of variables, and so of every subset of one of them.</summary>
internal sealed class CountedTables(IReadOnlyList<NetworkVariable> variables) : IFamilyTables
{
    private readonly Dictionary<VariableSet, (int[] Of, long[] Cells)> _tables = [];

    public IReadOnlyList<NetworkVariable> Variables => variables;

    public FamilyTable this[Family family]
    {
        get
        {
            var set = new VariableSet(family.Variables);
            return FamilyTable.From(family, set.Positions, Cells(set), variables);
        }
    }

    /// <summary>The counts of a set of variables, row-major.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public long[] Cells(VariableSet set)
    {
        var (of, cells) = _tables.TryGetValue(set, out var found)
            ? found
            : throw new ArgumentException($"There are no counts of variables [{string.Join(", ", set.Positions)}].");
        return of.Length == set.Positions.Length ? cells : Marginal(set.Positions, of, cells);
    }

    public bool Knows(Family family) => _tables.ContainsKey(new VariableSet(family.Variables));

    public void Ask(IEnumerable<VariableSet> sets)
    {
        // What is known is here; what is not cannot be asked for any more.
    }

    /// <summary>Adds a table; the first that covers a set counts for it.</summary>
    public void Add(int[] ascending, long[] cells)
    {
        foreach (var subset in new VariableSet(ascending).Subsets())
        {
            _tables.TryAdd(subset, (ascending, cells));
        }
    }

    private long[] Marginal(int[] kept, int[] of, long[] cells)
    {
        var strides = new int[of.Length];
        var size = 1;
        for (var i = of.Length - 1; i >= 0; i--)
        {
            strides[i] = kept.Contains(of[i]) ? size : 0;
            size *= strides[i] > 0 ? variables[of[i]].States : 1;
        }

        var sums = new long[size];
        for (var at = 0; at < cells.Length; at++)
        {
            var (rest, target) = (at, 0);
            for (var i = of.Length - 1; i >= 0; i--)
            {
                target += rest % variables[of[i]].States * strides[i];
                rest /= variables[of[i]].States;
            }

            sums[target] += cells[at];
        }

        return sums;
    }
}
