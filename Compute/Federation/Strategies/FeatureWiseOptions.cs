namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>Options of <see cref="FeatureWise"/>.</summary>
internal sealed record FeatureWiseOptions
{
    /// <summary>The strategy that it stands before.</summary>
    public StrategyPlan Inner { get; init; } = new("fedavg");
}
