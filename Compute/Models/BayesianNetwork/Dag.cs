namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>A directed acyclic graph of V variables, as it changes under a search.</summary>
internal sealed class Dag
{
    private readonly SortedSet<int>[] _parents;

    public Dag(int count) => _parents = [.. Enumerable.Range(0, count).Select(_ => new SortedSet<int>())];

    private Dag(IEnumerable<SortedSet<int>> parents) => _parents = [.. parents.Select(set => new SortedSet<int>(set))];

    /// <summary>V</summary>
    public int Count => _parents.Length;

    /// <summary>Ordered by child, then parent.</summary>
    public IEnumerable<NetworkEdge> Edges => _parents.SelectMany((parents, child) => parents.Select(parent => new NetworkEdge(parent, child)));

    public IReadOnlyCollection<int> Parents(int child) => _parents[child];

    public Family Family(int child) => new(child, _parents[child]);

    public bool Has(int from, int to) => _parents[to].Contains(from);

    public void Add(int from, int to) => _parents[to].Add(from);

    public void Remove(int from, int to) => _parents[to].Remove(from);

    public Dag Copy() => new(_parents);

    /// <summary>Whether a directed path leads from one to the other, the direct edge aside if asked.</summary>
    public bool Reaches(int from, int to, bool directToo = true)
    {
        var (seen, open) = (new bool[Count], new Stack<int>());
        open.Push(to);
        while (open.TryPop(out var at))
        {
            foreach (var parent in _parents[at].Where(parent => directToo || at != to || parent != from))
            {
                if (parent == from)
                {
                    return true;
                }

                if (!seen[parent])
                {
                    seen[parent] = true;
                    open.Push(parent);
                }
            }
        }

        return false;
    }

    /// <summary>For each variable those that it can be reached from, [V][V].</summary>
    public bool[][] Ancestors()
    {
        var ancestors = new bool[Count][];
        foreach (var child in TopologicalOrder())
        {
            var own = ancestors[child] = new bool[Count];
            foreach (var parent in _parents[child])
            {
                own[parent] = true;
                for (var v = 0; v < Count; v++)
                {
                    own[v] |= ancestors[parent][v];
                }
            }
        }

        return ancestors;
    }

    /// <summary>Parents before children; among those that are ready, by position (Kahn 1962).</summary>
    /// <exception cref="ArgumentException">The edges form a cycle.</exception>
    public int[] TopologicalOrder()
    {
        var waiting = _parents.Select(parents => parents.Count).ToArray();
        var children = _parents.SelectMany((parents, child) => parents.Select(parent => (parent, child))).ToLookup(edge => edge.parent, edge => edge.child);
        var (ready, order) = (new SortedSet<int>(Enumerable.Range(0, Count).Where(v => waiting[v] == 0)), new List<int>(Count));
        while (ready.Count > 0)
        {
            var next = ready.Min;
            ready.Remove(next);
            order.Add(next);
            ready.UnionWith(children[next].Where(child => --waiting[child] == 0));
        }

        return order.Count == Count ? [.. order] : throw new ArgumentException("The edges form a cycle.");
    }
}
