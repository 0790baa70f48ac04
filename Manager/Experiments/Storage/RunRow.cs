namespace GenoMed.Fhir.Manager.Experiments.Storage;

/// <summary>A run, with the weights of its last aggregated round.</summary>
internal sealed class RunRow
{
    public required string Id { get; init; }

    public required string Status { get; set; }

    public required string Plan { get; init; }

    public required string PlanHash { get; init; }

    /// <summary>ISO 8601, UTC: sorts as text.</summary>
    public required string Created { get; init; }

    public required int CheckpointRound { get; set; }

    public required byte[] Checkpoint { get; set; }

    public double Seconds { get; set; }

    public string? Error { get; set; }
}
