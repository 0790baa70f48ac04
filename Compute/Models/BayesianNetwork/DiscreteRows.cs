namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>Rows of states in memory as a node that counts.</summary>
public sealed class DiscreteRows : ICountNode
{
    private readonly IReadOnlyList<NetworkVariable> _variables;
    private readonly int[][] _columns;
    private readonly int _count;

    /// <param name="variables">The columns, [V].</param>
    /// <param name="columns">The states of each, [V][n], 0..states - 1.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or a state is not one of its variable's.</exception>
    public DiscreteRows(IReadOnlyList<NetworkVariable> variables, IReadOnlyList<int[]> columns)
    {
        if (variables.Count == 0 || columns.Count != variables.Count)
        {
            throw new ArgumentException($"Expected {variables.Count} columns of states, 1 or more, got {columns.Count}.");
        }

        (_variables, _columns, _count) = (variables, [.. columns], columns[0].Length);
        for (var v = 0; v < _columns.Length; v++)
        {
            Check(variables[v], _columns[v]);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FamilyCounts> Count(IReadOnlyList<IReadOnlyList<int>> families) => [.. families.Select(CountOne)];

    private FamilyCounts CountOne(IReadOnlyList<int> family)
    {
        var cell = new int[_count];
        var size = 1;
        foreach (var variable in family)
        {
            var (states, column) = (_variables[variable].States, _columns[variable]);
            size = checked(size * states);
            for (var row = 0; row < cell.Length; row++)
            {
                cell[row] = (cell[row] * states) + column[row];
            }
        }

        var cells = new long[size];
        foreach (var at in cell)
        {
            cells[at]++;
        }

        return new FamilyCounts(family, cells);
    }

    private void Check(NetworkVariable variable, int[] column)
    {
        if (column.Length != _count)
        {
            throw new ArgumentException($"Column '{variable.Name}': expected [{_count}], got [{column.Length}].");
        }

        var row = Array.FindIndex(column, state => state < 0 || state >= variable.States);
        if (row >= 0)
        {
            throw new ArgumentException($"Column '{variable.Name}', row {row}: expected a state 0..{variable.States - 1}, got {column[row]}.");
        }
    }
}
