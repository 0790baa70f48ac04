using System.Text.Json;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>The paper's table for one run, as scripts read it (snake_case).</summary>
public sealed record ComparisonResult
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    public required long Seed { get; init; }

    /// <summary>Training patients by node, in the nodes' order.</summary>
    public required IReadOnlyList<NodePatients> Patients { get; init; }

    public required Score Centralised { get; init; }

    public required FederatedScore Federated { get; init; }

    public required IsolatedScores Isolated { get; init; }

    /// <summary>Null where no test patient has the score's inputs.</summary>
    public ClinicalScore? Ipssm { get; init; }

    /// <summary>Rounds that were aggregated.</summary>
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
    public static ComparisonResult FromJson(string json) => JsonSerializer.Deserialize<ComparisonResult>(json, Json)!;
}
