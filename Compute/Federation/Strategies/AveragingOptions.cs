namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>Options of every strategy that averages.</summary>
internal record AveragingOptions
{
    /// <summary>What a node counts for.</summary>
    public NodeWeighting Weighting { get; init; } = NodeWeighting.Patients;
}
