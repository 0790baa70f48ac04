namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>A run that cannot go on: too few nodes remain. It can be resumed from its last aggregated round.</summary>
/// <param name="runId">The run, or null when it ended before it had a plan.</param>
/// <param name="message">How many nodes answered of how many needed.</param>
/// <param name="leftOut">Who was missing and why.</param>
public sealed class RunFailedException(string? runId, string message, IReadOnlyList<LeftOut> leftOut)
    : Exception($"{message} {string.Join("; ", leftOut.Select(item => $"{item.Node}: {item.Reason}"))}")
{
    public string? RunId { get; } = runId;

    /// <summary>Who was missing in the step that failed, and why.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; } = leftOut;
}
