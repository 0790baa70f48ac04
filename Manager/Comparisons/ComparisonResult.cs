using System.Text.Json;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>The paper's table for one run, as scripts read it (snake_case).</summary>
public sealed record ComparisonResult : RunFacts
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    public required Score Centralised { get; init; }

    public required FederatedScore Federated { get; init; }

    public required IsolatedScores Isolated { get; init; }

    /// <summary>Null where no test patient has the score's inputs.</summary>
    public ClinicalScore? Ipssm { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">The text is not such a result.</exception>
    public static ComparisonResult FromJson(string json) => JsonSerializer.Deserialize<ComparisonResult>(json, Json)!;
}
