namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>What an experiment of this disease is about unless it says otherwise.</summary>
public sealed record AnalysisDefinition
{
    /// <summary>Name of the time-to-event feature that is predicted, e.g. <c>OS</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The published score of the guide that a model stands beside, e.g. <c>ipss-m</c>; null for none.</summary>
    public string? Score { get; init; }

    /// <summary>Known prognostic factors, whose hazard ratios synthetic patients must keep.</summary>
    public IReadOnlyList<string> Prognostic { get; init; } = [];

    /// <summary>Features that follow from others, such as a gene hit twice: not compared pair by pair.</summary>
    public IReadOnlyList<string> Derived { get; init; } = [];
}
