using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Manager.Comparisons.Generators;

/// <summary>The scores after the last round of a training, and after each.</summary>
public sealed record TrainedScores : SyntheticScores
{
    /// <summary>For readers of JSON.</summary>
    [JsonConstructor]
    public TrainedScores()
    {
    }

    [SetsRequiredMembers]
    internal TrainedScores(SyntheticScores last, IReadOnlyList<RoundScores> rounds)
        : base(last) => Rounds = rounds;

    /// <summary>In their order; a round whose model generates no patients yet is not there.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<RoundScores> Rounds { get; init; }
}
