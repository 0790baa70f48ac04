namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>S_i of <see cref="Similarity"/>: how far each node's columns are from those of all nodes together.</summary>
internal static class ProfileDivergence
{
    /// <param name="profiles">One of each node, <see cref="ColumnProfile"/>.</param>
    /// <returns>S_i, [nodes]; over the nodes each column adds up to 1, or to 0 where none differs.</returns>
    /// <exception cref="ArgumentException">Profiles that are not of the same columns, or that hold no counts.</exception>
    public static double[] Of(IReadOnlyList<double[]> profiles)
    {
        var sums = new double[profiles.Count];
        for (var at = 0; at < profiles[0].Length;)
        {
            var (isNumber, cells) = Head(profiles, at);
            var columns = profiles.Select(profile => Shares(profile.AsSpan(at + 2, cells))).ToArray();
            double[] pooled = Shares([.. Enumerable.Range(0, cells).Select(cell => profiles.Sum(profile => profile[at + 2 + cell]))]);
            double[] divergences = [.. columns.Select(column => isNumber ? Wasserstein(column, pooled) : JensenShannon(column, pooled))];
            var total = divergences.Sum();
            for (var i = 0; i < sums.Length && total > 1e-12; i++)
            {
                sums[i] += divergences[i] / total;
            }

            at += 2 + cells;
        }

        return sums;
    }

    /// <summary>√ of half the two divergences from the mean distribution, natural logarithm.</summary>
    public static double JensenShannon(double[] p, double[] q)
    {
        var sum = 0.0;
        for (var cell = 0; cell < p.Length; cell++)
        {
            var middle = (p[cell] + q[cell]) / 2;
            sum += (p[cell] > 0 ? p[cell] * Math.Log(p[cell] / middle) : 0) + (q[cell] > 0 ? q[cell] * Math.Log(q[cell] / middle) : 0);
        }

        return Math.Sqrt(Math.Max(0, sum / 2));
    }

    /// <summary>The area between two distribution functions in bins; what is missing lies beyond the last.</summary>
    public static double Wasserstein(double[] p, double[] q)
    {
        var (difference, area) = (0.0, 0.0);
        for (var cell = 0; cell < p.Length; cell++)
        {
            difference += p[cell] - q[cell];
            area += Math.Abs(difference);
        }

        return area;
    }

    private static (bool IsNumber, int Cells) Head(IReadOnlyList<double[]> profiles, int at)
    {
        var (kind, cells) = (profiles[0][at], at + 1 < profiles[0].Length ? profiles[0][at + 1] : 0);
        var fits = kind is 0 or 1 && cells >= 1 && cells == Math.Floor(cells) && at + 2 + cells <= profiles[0].Length
            && profiles.All(profile => profile.Length == profiles[0].Length && profile[at] == kind && profile[at + 1] == cells);
        return fits ? (kind == 1, (int)cells) : throw new ArgumentException($"The nodes' column profiles differ or are none at [{at}].");
    }

    private static double[] Shares(ReadOnlySpan<double> counts)
    {
        var total = 0.0;
        foreach (var count in counts)
        {
            total += count >= 0 ? count : throw new ArgumentException($"A column profile counts {count} patients.");
        }

        var shares = counts.ToArray();
        return [.. shares.Select(count => total > 0 ? count / total : 1.0 / shares.Length)];
    }
}
