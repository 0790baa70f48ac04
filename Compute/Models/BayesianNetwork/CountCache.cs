namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// The server's side of the counting protocol: asks every node for the contingency tables that it does not have yet,
/// adds them up and keeps the sums. With one node it is the centralised case.
/// </summary>
/// <param name="variables">The same at every node.</param>
/// <param name="nodes">Who holds rows; the order does not matter, for whole numbers add up the same.</param>
internal sealed class CountCache(IReadOnlyList<NetworkVariable> variables, IReadOnlyList<ICountNode> nodes) : IFamilyTables
{
    private readonly Dictionary<VariableSet, long[]> _tables = [];

    public IReadOnlyList<NetworkVariable> Variables => variables;

    /// <summary>Messages so far to each node.</summary>
    public int Rounds { get; private set; }

    public FamilyTable this[Family family]
    {
        get
        {
            var set = new VariableSet(family.Variables);
            Ask([set]);
            return FamilyTable.From(family, set.Positions, _tables[set], variables);
        }
    }

    public bool Knows(Family family) => true;

    public void Ask(IEnumerable<VariableSet> sets)
    {
        VariableSet[] missing = [.. sets.Where(set => !_tables.ContainsKey(set)).Distinct()];
        if (missing.Length == 0)
        {
            return;
        }

        Rounds++;
        IReadOnlyList<int>[] asked = [.. missing.Select(set => set.Positions)];
        foreach (var node in nodes)
        {
            Add(missing, node.Count(asked));
        }
    }

    private void Add(VariableSet[] asked, IReadOnlyList<FamilyCounts> answers)
    {
        if (answers.Count != asked.Length)
        {
            throw new ArgumentException($"Expected {asked.Length} contingency tables, got {answers.Count}.");
        }

        for (var i = 0; i < asked.Length; i++)
        {
            var size = asked[i].Positions.Aggregate(1, (product, v) => product * variables[v].States);
            if (answers[i].Cells.Count != size || !answers[i].Variables.SequenceEqual(asked[i].Positions))
            {
                throw new ArgumentException($"Expected counts [{size}] of variables [{string.Join(", ", asked[i].Positions)}], "
                    + $"got [{answers[i].Cells.Count}] of [{string.Join(", ", answers[i].Variables)}].");
            }

            AddTo(_tables.TryGetValue(asked[i], out var sum) ? sum : _tables[asked[i]] = new long[size], answers[i]);
        }
    }

    private static void AddTo(long[] sum, FamilyCounts counts)
    {
        for (var at = 0; at < sum.Length; at++)
        {
            sum[at] = counts.Cells[at] >= 0
                ? checked(sum[at] + counts.Cells[at])
                : throw new ArgumentException($"A count of variables [{string.Join(", ", counts.Variables)}] is {counts.Cells[at]}.");
        }
    }
}
