namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>Something that happened in a run, for progress bars and logs.</summary>
/// <param name="Kind">What.</param>
/// <param name="Round">From 1; 0 before the first round.</param>
/// <param name="Rounds">Of how many.</param>
/// <param name="Node">Which node; null for the federation as a whole.</param>
/// <param name="Loss">The node's training loss, or the mean over nodes weighted by patients; null where unknown.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Reason">Why the node was left out.</param>
public sealed record RunEvent(RunEventKind Kind, int Round, int Rounds, string? Node, double? Loss, double Seconds, string? Reason = null);
