namespace GenoMed.Fhir.Operations.Contracts.DatasetStatistics;

/// <summary>What <c>$dataset-statistics</c> gives.</summary>
public sealed record DatasetStatisticsOutput
{
    /// <summary>Federation's <c>DatasetStatistics</c> as JSON: aggregates, suppressed below the node's minimum cell.</summary>
    public required string Statistics { get; init; }
}
