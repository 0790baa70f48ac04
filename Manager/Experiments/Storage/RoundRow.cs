namespace GenoMed.Fhir.Manager.Experiments.Storage;

/// <summary>An aggregated round.</summary>
internal sealed class RoundRow
{
    public required string RunId { get; init; }

    public required int Round { get; init; }

    public required double Seconds { get; init; }

    public required string WeightsSha256 { get; init; }
}
