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
        if (Array.Exists(counts.Pairs, count => count > 0))
        {
            Read(Pairs(), counts.Pairs);
        }
        else
        {
            ReadMarginals();
        }
    }

    public IReadOnlyList<ColumnStates> Columns => _columns;

    /// <summary>Patients of the column that most of them were told of.</summary>
    private double Told => _columns.Max(column => column.Patients);

    /// <summary>A node's part of the tables of all pairs. What may not be told is filled as if columns knew nothing of each other.</summary>
    /// <param name="table">The node's rows.</param>
    /// <param name="k">The smallest cell that may be told.</param>
    public double[] CountPairs(FeatureTable table, int k) => Add(
        _counts.Pairs, Pairs(), table, k, set => ExpectedTable.Independent(_columns[set.Positions[0]].Shares, _columns[set.Positions[1]].Shares));

    /// <summary>A node's part of the tables of the candidate families. What may not be told is filled as the pairs of all nodes have it.</summary>
    /// <param name="table">The node's rows.</param>
    /// <param name="k">The smallest cell that may be told.</param>
    public double[] CountFamilies(FeatureTable table, int k) => Add(
        _counts.Families, CandidateFamilies.From(_tables, _layout), table, k, set => ExpectedTable.FromPairs(
            [.. set.Positions.Select(v => _variables[v].States)], (i, j) => _tables.Cells(new VariableSet([set.Positions[i], set.Positions[j]]))));

    /// <summary>Structure and parameters.</summary>
    public DiscreteNetwork Learn()
    {
        // Without the third round there are the pairs: the network is then a forest; without the second the columns alone.
        if (Array.Exists(_counts.Families, count => count > 0))
        {
            Read(CandidateFamilies.From(_tables, _layout), _counts.Families);
        }

        return DiscreteNetwork.Learn(_tables, _layout.Structure, _layout.Options.Parameters);
    }

    private double[] Add(double[] part, IEnumerable<VariableSet> sets, FeatureTable table, int k, Func<VariableSet, double[]> expected)
    {
        int[] States(NetworkColumn column, ColumnStates states) => [.. column.Values(table).Select(value => k > 1 ? states.StateOrCommon(value) : states.State(value))];
        var rows = new DiscreteRows(_variables, [.. _layout.Columns.Zip(_columns, States)]);
        VariableSet[] asked = [.. sets];
        return NetworkCounts.Added(part, rows.Count([.. asked.Select(set => set.Positions)])
            .Zip(asked, (counts, set) => k > 1 ? ToldTable.Of(counts.Cells, k, () => expected(set)) : counts.Cells));
    }

    /// <summary>Each column by itself, in patients that were told of.</summary>
    private void ReadMarginals()
    {
        for (var v = 0; v < _columns.Length; v++)
        {
            _tables.Add([v], WholeNumbers.Of([.. _columns[v].Shares.Select(share => share * Told)]));
        }
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
