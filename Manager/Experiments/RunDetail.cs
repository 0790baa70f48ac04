using GenoMed.Fhir.Compute.Federation;

namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>All that is kept of a run.</summary>
public sealed record RunDetail
{
    public required RunSummary Summary { get; init; }

    public required TrainingPlan Plan { get; init; }

    /// <summary>The plan in a person's words, a line each.</summary>
    public IReadOnlyList<string> PlanLines =>
    [
        $"model     {Plan.Model.Model} on {Plan.Model.Inputs.Count} inputs of {Plan.Model.Schema.Guide}, outcome {Plan.Model.Outcome}, seed {Plan.Model.Seed}",
        $"strategy  {Plan.Strategy.Name}, {Plan.Rounds} rounds, local epochs {Plan.LocalEpochs}, at least {Plan.MinimumNodes} nodes a round",
    ];

    /// <summary>SHA-256 of the plan's canonical JSON.</summary>
    public required string PlanHash { get; init; }

    /// <summary>SHA-256 of the weights of the last aggregated round.</summary>
    public required string WeightsSha256 { get; init; }

    /// <summary>The weights of the last aggregated round, safetensors.</summary>
    public required byte[] Weights { get; init; }

    /// <summary>Node to its dataset's id.</summary>
    public required IReadOnlyDictionary<string, string> Datasets { get; init; }

    /// <summary>The aggregated rounds, in order.</summary>
    public required IReadOnlyList<RoundDetail> Rounds { get; init; }

    /// <summary>Evaluations: what was evaluated, to metric, to value.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Evaluations { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Error { get; init; }
}
