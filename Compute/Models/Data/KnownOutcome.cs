namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>The patients that a survival model can learn from.</summary>
internal static class KnownOutcome
{
    /// <summary>The rows whose outcome is known and whose follow-up is above 0.</summary>
    /// <exception cref="ArgumentException">There is none; or an event is not 0 or 1, or a duration infinite.</exception>
    public static FeatureTable Of(FeatureTable table, string outcome)
    {
        var usable = Rows(table, outcome);
        return usable.Length > 0
            ? table.Select(usable)
            : throw new ArgumentException($"None of {table.Count} rows has a known '{outcome}' with a duration above 0.");
    }

    /// <summary>Which rows those are; none where there is none.</summary>
    /// <exception cref="ArgumentException">An event is not 0 or 1, or a duration infinite.</exception>
    public static int[] Rows(FeatureTable table, string outcome)
    {
        var (durations, events) = (table.Durations(outcome), table.Events(outcome));
        int[] usable = [.. Enumerable.Range(0, table.Count).Where(row => durations[row] > 0 && !double.IsNaN(events[row]))];
        foreach (var row in usable)
        {
            if (events[row] is not (0 or 1) || double.IsInfinity(durations[row]))
            {
                throw new ArgumentException($"Column '{outcome}', row {row}: expected a finite duration and an event 0 or 1, got {durations[row]} and {events[row]}.");
            }
        }

        return usable;
    }
}
