namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>How patient a manager is.</summary>
public sealed record FederatedRunOptions
{
    /// <summary>A node that has not returned its statistics or update by then is left out of that step.</summary>
    public TimeSpan RoundDeadline { get; init; } = TimeSpan.FromMinutes(2);
}
