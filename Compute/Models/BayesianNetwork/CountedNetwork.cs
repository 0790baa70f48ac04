using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>What counts say, as far as they have come: the states of the columns, the tables of pairs, of families, the network.</summary>
internal sealed class CountedNetwork
{
    private readonly NetworkLayout _layout;
    private readonly NetworkCounts _counts;
    private readonly ColumnStates[] _columns;
    private readonly NetworkVariable[] _variables;
    private readonly CountedTables _tables;

    public CountedNetwork(NetworkLayout layout, NetworkCounts counts)
    {
        (_layout, _counts) = (layout, counts);
        var at = 0;
        _columns = [.. layout.Columns.Select(column => column.States(counts.Marginals.AsSpan((at += column.Width) - column.Width, column.Width), layout.Options.Bins))];
        _variables = [.. _columns.Select(column => column.Variable)];
        _tables = new CountedTables(_variables);
        Read(Pairs(), counts.Pairs);
    }

    public IReadOnlyList<ColumnStates> Columns => _columns;

    /// <summary>A node's part of the tables of all pairs.</summary>
    public double[] CountPairs(FeatureTable table) => Add(_counts.Pairs, Pairs(), table);

    /// <summary>A node's part of the tables of the candidate families.</summary>
    public double[] CountFamilies(FeatureTable table) => Add(_counts.Families, CandidateFamilies.From(_tables, _layout), table);

    /// <summary>Structure and parameters.</summary>
    public DiscreteNetwork Learn()
    {
        // Without the third round there are the pairs: the network is then a forest.
        if (Array.Exists(_counts.Families, count => count > 0))
        {
            Read(CandidateFamilies.From(_tables, _layout), _counts.Families);
        }

        return DiscreteNetwork.Learn(_tables, _layout.Structure, _layout.Options.Parameters);
    }

    private double[] Add(double[] part, IEnumerable<VariableSet> sets, FeatureTable table)
    {
        var rows = new DiscreteRows(_variables, [.. _layout.Columns.Zip(_columns, (column, states) => column.Values(table).Select(states.State).ToArray())]);
        return NetworkCounts.Added(part, rows.Count([.. sets.Select(set => set.Positions)]).Select(counts => counts.Cells));
    }

    private IEnumerable<VariableSet> Pairs() =>
        from first in Enumerable.Range(0, _variables.Length)
        from second in Enumerable.Range(first + 1, _variables.Length - first - 1)
        select new VariableSet([first, second]);

    /// <summary>The larger sets come later, but a pair that was counted by itself stays.</summary>
    private void Read(IEnumerable<VariableSet> sets, double[] part)
    {
        var at = 0;
        foreach (var set in sets)
        {
            var size = set.Positions.Aggregate(1, (product, v) => product * _variables[v].States);
            _tables.Add(set.Positions, [.. part.AsSpan(at, size).ToArray().Select(count => (long)count)]);
            at += size;
        }
    }
}
