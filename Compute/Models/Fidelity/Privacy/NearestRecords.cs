namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>The nearest rows of a table to each row of another; of several at one distance those that come first. Never leaves the assembly.</summary>
/// <param name="Neighbours">How many each row has: k.</param>
/// <param name="Indices">[n × k], nearest first.</param>
/// <param name="Distances">[n × k]</param>
internal sealed record NearestRecords(int Neighbours, int[] Indices, double[] Distances)
{
    /// <summary>Compares every pair; rows in parallel, each into its own place, so that the result does not depend on the threads.</summary>
    /// <param name="queries">[n]</param>
    /// <param name="references">[m], k or more; k + 1 or more with <paramref name="others"/>.</param>
    /// <param name="neighbours">k, 1 or more.</param>
    /// <param name="others">True where both tables are the same and a row is not its own neighbour.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentException">There are fewer rows to choose from than k.</exception>
    public static NearestRecords Of<TRows>(TRows queries, TRows references, int neighbours, bool others = false, CancellationToken cancellationToken = default)
        where TRows : IRows<TRows>
    {
        if (references.Count - (others ? 1 : 0) < neighbours)
        {
            throw new ArgumentException($"Expected {neighbours} rows or more to be near to, got {references.Count - (others ? 1 : 0)}.");
        }

        var found = new NearestRecords(neighbours, new int[queries.Count * neighbours], new double[queries.Count * neighbours]);
        Parallel.For(0, queries.Count, new ParallelOptions { CancellationToken = cancellationToken }, row => found.Find(queries, row, references, others));
        return found;
    }

    /// <summary>The distance of a row's nearest: its DCR.</summary>
    public double Nearest(int row) => Distances[row * Neighbours];

    /// <summary>
    /// Nearest over second nearest distance, 0..1: how much one record stands out as a row's neighbour. 1 where both are
    /// 0: two records are the row's copies, and it points to neither.
    /// </summary>
    public double Ratio(int row)
    {
        var (first, second) = (Distances[row * Neighbours], Distances[(row * Neighbours) + 1]);
        return second > 0 ? first / second : 1;
    }

    private void Find<TRows>(TRows queries, int row, TRows references, bool others)
        where TRows : IRows<TRows>
    {
        Span<float> best = stackalloc float[Neighbours];
        best.Fill(float.PositiveInfinity);
        var indices = Indices.AsSpan(row * Neighbours, Neighbours);
        for (var reference = 0; reference < references.Count; reference++)
        {
            var sum = queries.Sum(row, references, reference);
            if (sum < best[^1] && !(others && reference == row))
            {
                Insert(best, indices, sum, reference);
            }
        }

        for (var i = 0; i < Neighbours; i++)
        {
            Distances[(row * Neighbours) + i] = references.Distance(best[i]);
        }
    }

    private static void Insert(Span<float> best, Span<int> indices, float sum, int reference)
    {
        var at = best.Length - 1;
        for (; at > 0 && best[at - 1] > sum; at--)
        {
            (best[at], indices[at]) = (best[at - 1], indices[at - 1]);
        }

        (best[at], indices[at]) = (sum, reference);
    }
}
