namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>A graph whose edges are partly directed, as PC orients it.</summary>
internal sealed class PartialDag
{
    private readonly bool[][] _edge;

    /// <param name="adjacent">[V][V], symmetric; every edge undirected at first.</param>
    public PartialDag(bool[][] adjacent) => _edge = [.. adjacent.Select(row => row.ToArray())];

    public int Count => _edge.Length;

    public bool IsAdjacent(int x, int y) => _edge[x][y] || _edge[y][x];

    public bool IsUndirected(int x, int y) => _edge[x][y] && _edge[y][x];

    public bool IsDirected(int from, int to) => _edge[from][to] && !_edge[to][from];

    /// <summary>Makes an undirected edge point from one to the other.</summary>
    /// <returns>False where it is not undirected or would close a cycle.</returns>
    public bool Orient(int from, int to)
    {
        if (!IsUndirected(from, to) || Reaches(to, from))
        {
            return false;
        }

        _edge[to][from] = false;
        return true;
    }

    public void Remove(int x, int y) => _edge[x][y] = _edge[y][x] = false;

    public IEnumerable<int> Adjacent(int x) => Enumerable.Range(0, Count).Where(y => IsAdjacent(x, y));

    public IEnumerable<int> Parents(int x) => Enumerable.Range(0, Count).Where(y => IsDirected(y, x));

    private bool Reaches(int from, int to)
    {
        var (seen, open) = (new bool[Count], new Stack<int>([from]));
        while (open.TryPop(out var at))
        {
            for (var next = 0; next < Count; next++)
            {
                if (IsDirected(at, next) && !seen[next])
                {
                    seen[next] = true;
                    open.Push(next);
                }
            }
        }

        return seen[to];
    }
}
