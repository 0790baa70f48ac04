namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>Guards of what the survival statistics take.</summary>
internal static class SurvivalInput
{
    /// <summary>Throws unless the durations are finite and each event is 0 or 1.</summary>
    public static void Check(ReadOnlySpan<double> durations, ReadOnlySpan<double> events)
    {
        if (durations.Length != events.Length)
        {
            throw new ArgumentException($"Expected as many events as durations [{durations.Length}], got [{events.Length}].");
        }

        for (var i = 0; i < durations.Length; i++)
        {
            if (!double.IsFinite(durations[i]))
            {
                throw new ArgumentException($"Duration {durations[i]} in row {i}: expected a finite number.");
            }

            if (events[i] is not (0 or 1))
            {
                throw new ArgumentException($"Event {events[i]} in row {i}: expected 0 or 1.");
            }
        }
    }

    /// <summary>Throws unless there is one finite number for each row.</summary>
    public static void CheckRisk(ReadOnlySpan<double> risk, int count)
    {
        if (risk.Length != count)
        {
            throw new ArgumentException($"Expected as many risks as durations [{count}], got [{risk.Length}].");
        }

        for (var i = 0; i < risk.Length; i++)
        {
            if (!double.IsFinite(risk[i]))
            {
                throw new ArgumentException($"Risk {risk[i]} in row {i}: expected a finite number.");
            }
        }
    }

    /// <summary>Row positions by ascending duration; at a tie the events first. Stable, so that the same rows give the same order.</summary>
    public static int[] Order(double[] durations, double[] events) =>
        [.. Enumerable.Range(0, durations.Length).OrderBy(i => durations[i]).ThenByDescending(i => events[i])];
}
