namespace GenoMed.Fhir.Manager.Experiments.Storage;

/// <summary>A participant of a run.</summary>
internal sealed class RunNodeRow
{
    public required string RunId { get; init; }

    public required string Node { get; init; }

    public required string Dataset { get; init; }
}
