namespace GenoMed.Fhir.Manager.Experiments.Storage;

/// <summary>One figure: of a node's round, or of the run's evaluation (round 0).</summary>
internal sealed class MetricRow
{
    public required string RunId { get; init; }

    public required int Round { get; init; }

    /// <summary>The node, or a name of what was evaluated.</summary>
    public required string Subject { get; init; }

    public required string Name { get; init; }

    public required double Value { get; set; }
}
