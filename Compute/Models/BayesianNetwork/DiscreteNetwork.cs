namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// A Bayesian network of discrete variables (Pearl 1988): a graph and P(child | parents) for each variable. Learned in
/// two steps, structure and parameters, both from contingency tables alone, so what nodes learn together by adding up
/// their counts equals what their pooled rows would give.
/// </summary>
public sealed class DiscreteNetwork
{
    private readonly ConditionalTable[] _tables;
    private readonly int[] _order;

    internal DiscreteNetwork(IReadOnlyList<NetworkVariable> variables, Dag dag, IFamilyTables counts, ParameterOptions options)
    {
        Variables = variables;
        Edges = [.. dag.Edges];
        _order = dag.TopologicalOrder();
        Family[] families = [.. Enumerable.Range(0, dag.Count).Select(dag.Family)];
        counts.Ask(families.Select(family => new VariableSet(family.Variables)));
        _tables = [.. families.Select(family => ConditionalTable.From(family, counts[family], options))];
    }

    public IReadOnlyList<NetworkVariable> Variables { get; }

    /// <summary>Ordered by child, then parent.</summary>
    public IReadOnlyList<NetworkEdge> Edges { get; }

    /// <summary>Learns structure and parameters.</summary>
    /// <param name="variables">The same at every node.</param>
    /// <param name="nodes">Who holds rows, one or more.</param>
    /// <param name="structure">How the graph is found.</param>
    /// <param name="parameters">How probabilities are estimated.</param>
    /// <exception cref="ArgumentException">No node, an option that does not fit, or a node's answer that does not fit the question.</exception>
    public static DiscreteNetwork Learn(
        IReadOnlyList<NetworkVariable> variables, IReadOnlyList<ICountNode> nodes, StructureOptions structure, ParameterOptions parameters)
    {
        if (nodes.Count == 0)
        {
            throw new ArgumentException("A network needs at least one node to count.");
        }

        return Learn(new CountCache(variables, nodes), structure, parameters);
    }

    internal static DiscreteNetwork Learn(IFamilyTables counts, StructureOptions structure, ParameterOptions parameters)
    {
        var dag = structure.Algorithm == NetworkAlgorithm.Pc ? PcAlgorithm.Search(counts, structure) : HillClimbing.Search(counts, structure);
        return new DiscreteNetwork(counts.Variables, dag, counts, parameters);
    }

    /// <summary>θ of a variable, [q × r] row-major; parents ascending, the last fastest.</summary>
    public IReadOnlyList<double> Probabilities(int variable) => _tables[variable].Probabilities;

    /// <summary>Rows by ancestral sampling, parents before children; [V][n].</summary>
    /// <param name="count">n, 0 or more.</param>
    /// <param name="seed">The same seed gives the same rows.</param>
    public IReadOnlyList<int[]> Sample(int count, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var (random, columns) = (new RandomStream(seed), Variables.Select(_ => new int[count]).ToArray());
        var row = new int[_order.Length];
        for (var i = 0; i < count; i++)
        {
            Draw(row, random);
            for (var v = 0; v < row.Length; v++)
            {
                columns[v][i] = row[v];
            }
        }

        return columns;
    }

    /// <summary>One row of states, [V].</summary>
    internal void Draw(Span<int> row, RandomStream random)
    {
        foreach (var variable in _order)
        {
            var (table, configuration) = (_tables[variable], 0);
            foreach (var parent in table.Parents)
            {
                configuration = (configuration * Variables[parent].States) + row[parent];
            }

            row[variable] = random.NextIndex(table.Row(configuration));
        }
    }
}
