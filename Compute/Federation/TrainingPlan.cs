using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using GenoMed.Fhir.Compute.Models;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>
/// All that a federated training is, fixed before its first round. A site's steward approves it by its
/// <see cref="Hash"/>; nodes train what the plan says and nothing else.
/// </summary>
public sealed record TrainingPlan
{
    /// <summary>The newest version of the JSON form that this build reads and writes.</summary>
    public const int FormatVersion = 1;

    /// <summary>Version of the JSON form.</summary>
    [JsonPropertyOrder(-1)]
    public int Format { get; init; } = FormatVersion;

    /// <summary>Unique among the manager's experiments.</summary>
    public required string Id { get; init; }

    public required ModelPlan Model { get; init; }

    public StrategyPlan Strategy { get; init; } = new("fedavg");

    /// <summary>The privacy step around the strategy; null for none.</summary>
    public PrivacyPlan? Privacy { get; init; }

    /// <summary>Which nodes take part in a round; null for all.</summary>
    public NodeSampling? Sampling { get; init; }

    /// <summary>Rounds, 1 or more.</summary>
    public required int Rounds { get; init; }

    /// <summary>Epochs at each node in each round, 1 or more.</summary>
    public int LocalEpochs { get; init; } = 1;

    /// <summary>A round with fewer updates fails; 1 or more.</summary>
    public int MinimumNodes { get; init; } = 1;

    /// <summary>SHA-256 of the canonical JSON, 64 lower-case hexadecimal digits.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToJson())));

    /// <summary>The canonical JSON: members in ordinal order, no white space, so that equal plans are equal bytes.</summary>
    public string ToJson() => CanonicalJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="ArgumentException">Not a training plan, a newer format, an unknown member, or a count below 1.</exception>
    public static TrainingPlan FromJson(string json) => TrainingPlanReader.Read(json);
}
