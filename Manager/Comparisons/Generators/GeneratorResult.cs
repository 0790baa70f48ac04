using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Manager.Comparisons.Generators;

/// <summary>A generator's comparison, as scripts read it (snake_case), in the layout of <c>docs/results/synthetic-mds.json</c>.</summary>
public sealed record GeneratorResult
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    public required long Seed { get; init; }

    /// <summary>Training patients by node, in the nodes' order.</summary>
    public required IReadOnlyList<NodePatients> Patients { get; init; }

    /// <summary>Patients held out.</summary>
    public required int Holdout { get; init; }

    /// <summary>Model name to its scores.</summary>
    public required IReadOnlyDictionary<string, GeneratorScores> Models { get; init; }

    /// <summary>What real patients reach; null where the nodes do not say.</summary>
    public SyntheticBound? Ceiling { get; init; }

    /// <summary>What columns reach that know nothing of each other.</summary>
    public SyntheticBound? Floor { get; init; }

    /// <summary>Rounds of training.</summary>
    public required int Rounds { get; init; }

    /// <summary>Nodes left out of some round, with the reason.</summary>
    public required IReadOnlyList<NodeFailure> Failures { get; init; }

    /// <summary>Wall time of the whole run, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>SHA-256 of the federated model's safetensors.</summary>
    public required string WeightsSha256 { get; init; }

    /// <summary>The federated run in the manager's database.</summary>
    public required string Run { get; init; }

    /// <summary>Where the model file lies.</summary>
    public required string Model { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">The text is not such a result.</exception>
    public static GeneratorResult FromJson(string json) => JsonSerializer.Deserialize<GeneratorResult>(json, Json)!;
}
