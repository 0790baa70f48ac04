using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Tabular;

namespace GenoMed.Fhir.Compute.Models.Savae;

/// <summary>What SAVAE trains on.</summary>
/// <param name="Covariates">The encoded inputs.</param>
/// <param name="LogTimes">log t, [n]</param>
/// <param name="Events">[n], 0 or 1</param>
internal sealed record SavaeRows(TabularRows Covariates, float[] LogTimes, float[] Events)
{
    public int Count => LogTimes.Length;

    /// <summary>The rows of a table with a known outcome and a follow-up above 0.</summary>
    /// <exception cref="ArgumentException">There is none, or a column does not fit the plan.</exception>
    public static SavaeRows Of(TabularLayout layout, string outcome, FeatureTable table)
    {
        var known = KnownOutcome.Of(table, outcome);
        return new SavaeRows(
            TabularEncoder.Encode(layout, known),
            [.. known.Durations(outcome).Select(time => (float)Math.Log(time))],
            [.. known.Events(outcome).Select(seen => (float)seen)]);
    }

    /// <summary>The rows at the given positions, in that order.</summary>
    public SavaeRows Pick(ReadOnlySpan<int> rows)
    {
        var (times, events) = (new float[rows.Length], new float[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            (times[i], events[i]) = (LogTimes[rows[i]], Events[rows[i]]);
        }

        return new SavaeRows(Covariates.Pick(rows), times, events);
    }
}
