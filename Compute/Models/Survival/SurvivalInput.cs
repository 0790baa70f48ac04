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

    /// <summary>Throws unless each row is of a group 0..size-1.</summary>
    public static void CheckGroups(ReadOnlySpan<int> groups, int count, int size)
    {
        if (groups.Length != count)
        {
            throw new ArgumentException($"Expected as many groups as durations [{count}], got [{groups.Length}].");
        }

        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i] < 0 || groups[i] >= size)
            {
                throw new ArgumentException($"Group {groups[i]} in row {i}: expected 0..{size - 1}.");
            }
        }
    }

    /// <summary>Throws unless there is one curve for each row.</summary>
    public static void CheckCurves(SurvivalCurves curves, int count)
    {
        if (curves.Count != count)
        {
            throw new ArgumentException($"Expected as many survival curves as durations [{count}], got [{curves.Count}].");
        }
    }
}
