namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>
/// The attackers' predicates, as Anonymeter makes them: those that single out one row of the synthetic table, and random ones.
/// </summary>
internal static class Predicates
{
    private const int AttemptsPerPredicate = 10_000;

    /// <summary>Of one column: its least and largest number, values that one row has, being the only one without a value.</summary>
    public static List<Condition[]> Univariate(DistinctRows synthetic, int count, long seed)
    {
        Condition[] candidates = [.. Enumerable.Range(0, synthetic.Cells.Length).SelectMany(column => Rare(synthetic, column))];
        return [.. new RowShuffle(seed).Next(candidates.Length).Select(i => new[] { candidates[i] }).Where(synthetic.IsSingledOut).Take(count)];
    }

    /// <summary>Of a random row's values in random columns: a number at least or at most its value, away from the median.</summary>
    public static List<Condition[]> Multivariate(DistinctRows synthetic, int count, int columns, long seed)
    {
        var (random, seen, found) = (new RandomStream(seed), new HashSet<string>(StringComparer.Ordinal), new List<Condition[]>());
        double[] medians = [.. synthetic.Cells.Select(Median)];
        for (var attempt = 0; attempt < count * AttemptsPerPredicate && found.Count < count; attempt++)
        {
            var row = random.NextInt(synthetic.Count);
            Condition[] predicate = [.. Distinct(random, synthetic.Cells.Length, columns).Select(column => Of(synthetic, column, row, medians[column]))];
            if (synthetic.IsSingledOut(predicate) && seen.Add(string.Join(';', predicate)))
            {
                found.Add(predicate);
            }
        }

        return found;
    }

    /// <summary>Of random columns, comparisons and values that occur.</summary>
    public static List<Condition[]> Random(DistinctRows synthetic, int count, int columns, long seed)
    {
        var random = new RandomStream(seed);
        double[][] values = [.. synthetic.Cells.Select(column => column.Distinct().Order().ToArray())];
        return [.. Enumerable.Range(0, count).Select(_ => Distinct(random, synthetic.Cells.Length, columns)
            .Select(column => Any(random, column, values[column], synthetic.IsNumber[column])).ToArray())];
    }

    /// <summary>Different numbers of 0..count-1, ascending; all where there are no more.</summary>
    public static int[] Distinct(RandomStream random, int count, int wanted)
    {
        var drawn = new SortedSet<int>();
        while (drawn.Count < Math.Min(wanted, count))
        {
            drawn.Add(random.NextInt(count));
        }

        return [.. drawn];
    }

    private static IEnumerable<Condition> Rare(DistinctRows rows, int column)
    {
        double[] known = [.. rows.Cells[column].Where(value => !double.IsNaN(value)).Order()];
        if (rows.Count - known.Length == 1)
        {
            yield return new Condition(column, Comparison.Missing, 0);
        }

        if (rows.IsNumber[column] && known.Length > 0)
        {
            yield return new Condition(column, Comparison.AtMost, known[0]);
            yield return new Condition(column, Comparison.AtLeast, known[^1]);
        }

        foreach (var value in known.GroupBy(value => value).Where(group => group.Count() == 1))
        {
            yield return new Condition(column, Comparison.Equal, value.Key);
        }
    }

    private static Condition Of(DistinctRows rows, int column, int row, double median)
    {
        var value = rows.Cells[column][row];
        return double.IsNaN(value) ? new Condition(column, Comparison.Missing, 0)
            : !rows.IsNumber[column] ? new Condition(column, Comparison.Equal, value)
            : new Condition(column, value > median ? Comparison.AtLeast : Comparison.AtMost, value);
    }

    private static Condition Any(RandomStream random, int column, double[] values, bool isNumber)
    {
        var value = values[random.NextInt(values.Length)];
        return double.IsNaN(value)
            ? new Condition(column, random.NextInt(2) == 0 ? Comparison.Missing : Comparison.Known, 0)
            : new Condition(column, (Comparison)random.NextInt(isNumber ? 6 : 2), value);
    }

    private static double Median(double[] cells)
    {
        double[] known = [.. cells.Where(value => !double.IsNaN(value)).Order()];
        return known.Length > 0 ? Quantiles.Linear(known, 0.5) : double.NaN;
    }
}
