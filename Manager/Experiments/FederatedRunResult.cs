using GenoMed.Fhir.Compute.Federation;

namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>What a run ended with.</summary>
public sealed record FederatedRunResult
{
    /// <summary>The run's id in the manager's database.</summary>
    public required string RunId { get; init; }

    /// <summary>The plan that was trained.</summary>
    public required TrainingPlan Plan { get; init; }

    /// <summary>The final weights, safetensors without anything that depends on time: the same seed gives the same bytes.</summary>
    public required byte[] Weights { get; init; }

    /// <summary>SHA-256 of <see cref="Weights"/>, lower-case hexadecimal.</summary>
    public required string WeightsSha256 { get; init; }

    /// <summary>Rounds aggregated.</summary>
    public required int Rounds { get; init; }

    /// <summary>Seconds from start (or resumption) to end.</summary>
    public required double Seconds { get; init; }

    /// <summary>Who was left out of which round, and why.</summary>
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }
}
