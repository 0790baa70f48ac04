namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>Which edges may and which must be.</summary>
internal sealed class EdgeRules
{
    private readonly HashSet<NetworkEdge> _forbidden;
    private readonly HashSet<NetworkEdge> _required;

    /// <exception cref="ArgumentException">An edge names no variable, is both, or the required ones form a cycle or are more than may be.</exception>
    public EdgeRules(int variables, StructureOptions options)
    {
        (_forbidden, _required) = ([.. options.Forbidden], [.. options.Required]);
        foreach (var edge in _forbidden.Concat(_required))
        {
            if (edge.From < 0 || edge.To < 0 || edge.From >= variables || edge.To >= variables || edge.From == edge.To)
            {
                throw new ArgumentException($"An edge {edge.From} → {edge.To} does not lie between two of {variables} variables.");
            }
        }

        if (_required.FirstOrDefault(_forbidden.Contains) is var both && both != default)
        {
            throw new ArgumentException($"The edge {both.From} → {both.To} is required and forbidden.");
        }

        Start = new Dag(variables);
        foreach (var edge in _required)
        {
            Start.Add(edge.From, edge.To);
        }

        _ = Start.TopologicalOrder();
        if (Enumerable.Range(0, variables).Any(v => Start.Parents(v).Count > options.MaximumParents))
        {
            throw new ArgumentException($"A variable has more required parents than {options.MaximumParents}.");
        }
    }

    /// <summary>The required edges.</summary>
    public Dag Start { get; }

    public bool MayBe(int from, int to) => from != to && !_forbidden.Contains(new(from, to)) && !_required.Contains(new(to, from));

    public bool MustBe(int from, int to) => _required.Contains(new(from, to));
}
