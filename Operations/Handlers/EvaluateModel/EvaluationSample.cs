using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Operations.EvaluateModel;

/// <summary>The patients that are evaluated: durations, events and risks, each [n] and finite. Stays at the node.</summary>
internal sealed record EvaluationSample(double[] Durations, double[] Events, double[] Risk)
{
    public int Count => Durations.Length;

    /// <summary>Keeps the rows with known outcome, risk and pairing; censors at the horizon.</summary>
    /// <param name="table">The dataset.</param>
    /// <param name="outcome">The time-to-event feature.</param>
    /// <param name="risk">[n], NaN where unknown.</param>
    /// <param name="paired">[n], NaN where the row is left out; null to keep all.</param>
    /// <param name="horizon">Null for none.</param>
    public static EvaluationSample Take(FeatureTable table, string outcome, double[] risk, double[]? paired, double? horizon)
    {
        var durations = table.Durations(outcome);
        var events = table.Events(outcome);
        var rows = Enumerable.Range(0, table.Count)
            .Where(row => double.IsFinite(durations[row]) && double.IsFinite(events[row]) && double.IsFinite(risk[row]) && (paired is null || double.IsFinite(paired[row])))
            .ToArray();
        return new EvaluationSample(
            [.. rows.Select(row => Math.Min(durations[row], horizon ?? double.PositiveInfinity))],
            [.. rows.Select(row => durations[row] > horizon ? 0 : events[row])],
            [.. rows.Select(row => risk[row])]);
    }

    /// <summary>The rows at these positions.</summary>
    public EvaluationSample Select(IReadOnlyList<int> rows)
        => new([.. rows.Select(row => Durations[row])], [.. rows.Select(row => Events[row])], [.. rows.Select(row => Risk[row])]);
}
