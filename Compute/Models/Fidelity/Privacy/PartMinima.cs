namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>The distance of each row of a table to the nearest row of each part of another. Never leaves the assembly.</summary>
/// <param name="Parts">How many parts.</param>
/// <param name="Distances">[n × parts], sums over the columns.</param>
internal sealed record PartMinima(int Parts, float[] Distances)
{
    /// <param name="queries">[n]</param>
    /// <param name="references">[m]</param>
    /// <param name="parts">The part of each reference, 0..count-1, or less than 0 for none; [m].</param>
    /// <param name="count">How many parts.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static PartMinima Of(MixedRows queries, MixedRows references, int[] parts, int count, CancellationToken cancellationToken)
    {
        var distances = new float[queries.Count * count];
        Parallel.For(0, queries.Count, new ParallelOptions { CancellationToken = cancellationToken }, row =>
        {
            var nearest = distances.AsSpan(row * count, count);
            nearest.Fill(float.PositiveInfinity);
            for (var reference = 0; reference < references.Count; reference++)
            {
                if (parts[reference] >= 0)
                {
                    ref var best = ref nearest[parts[reference]];
                    best = Math.Min(best, queries.Sum(row, references, reference));
                }
            }
        });
        return new PartMinima(count, distances);
    }

    /// <summary>A seeded division of rows into as many whole parts of a size as there are; rows left over are in none (-1).</summary>
    public static int[] Divide(int rows, int size, long seed)
    {
        var order = new RowShuffle(seed).Next(rows);
        var parts = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            parts[order[i]] = i / size < rows / size ? i / size : -1;
        }

        return parts;
    }

    public float At(int row, int part) => Distances[(row * Parts) + part];
}
