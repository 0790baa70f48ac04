namespace GenoMed.Fhir.Manager.Experiments.Storage;

/// <summary>One node's part of a round; a round that failed and was tried again leaves what came last.</summary>
internal sealed class NodeRoundRow
{
    public required string RunId { get; init; }

    public required int Round { get; init; }

    public required string Node { get; init; }

    /// <summary>Patients; null where the node was left out.</summary>
    public int? NumExamples { get; init; }

    public required double Seconds { get; init; }

    /// <summary>Why it was left out; null where it was not.</summary>
    public string? Reason { get; init; }
}
