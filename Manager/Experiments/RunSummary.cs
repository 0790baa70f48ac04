namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>A line of the list of runs.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="Created">When it began.</param>
/// <param name="Status"><c>running</c> (or its manager died), <c>completed</c> or <c>failed</c>.</param>
/// <param name="Model">The model's name in the catalogue.</param>
/// <param name="Round">Rounds aggregated.</param>
/// <param name="Rounds">Rounds planned.</param>
/// <param name="Nodes">Participants.</param>
/// <param name="Seconds">Time spent in rounds.</param>
public sealed record RunSummary(
    string Id, DateTimeOffset Created, string Status, string Model, int Round, int Rounds, IReadOnlyList<string> Nodes, double Seconds);
