namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>Counts what was drawn and why rows were drawn again.</summary>
internal sealed class RowTally
{
    private readonly Dictionary<string, long> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _conditions = new(StringComparer.Ordinal);

    public long Drawn { get; private set; }

    public int Accepted { get; private set; }

    /// <summary>True where the row is taken; else it counts for the first reason that it gives.</summary>
    public bool Accept(double[] row, IReadOnlyList<RowCheck> rules, IEnumerable<RowCheck> conditions)
    {
        Drawn++;
        if (Broken(row, rules, _rules) || Broken(row, conditions, _conditions))
        {
            return false;
        }

        Accepted++;
        return true;
    }

    public SyntheticReport Report() => new(Accepted, Drawn, Sorted(_rules), Sorted(_conditions));

    private static bool Broken(double[] row, IEnumerable<RowCheck> checks, Dictionary<string, long> counts)
    {
        foreach (var check in checks)
        {
            if (check.Breaks(row))
            {
                counts[check.Reason] = counts.GetValueOrDefault(check.Reason) + 1;
                return true;
            }
        }

        return false;
    }

    private static RejectedRows[] Sorted(Dictionary<string, long> counts) =>
        [.. counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => new RejectedRows(count.Key, count.Value))];
}
