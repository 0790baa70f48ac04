using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Manager.Comparisons.Generators;

/// <summary>The scores after one round of training.</summary>
public sealed record RoundScores : SyntheticScores
{
    /// <summary>For readers of JSON.</summary>
    [JsonConstructor]
    public RoundScores()
    {
    }

    [SetsRequiredMembers]
    internal RoundScores(int round, SyntheticScores scores)
        : base(scores) => Round = round;

    /// <summary>Of training, from 1.</summary>
    public required int Round { get; init; }
}
