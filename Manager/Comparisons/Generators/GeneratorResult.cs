using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Manager.Comparisons.Generators;

/// <summary>A generator's comparison, as scripts read it (snake_case), in the layout of <c>docs/results/synthetic-mds.json</c>.</summary>
public sealed record GeneratorResult : RunFacts
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    /// <summary>Patients held out.</summary>
    public required int Holdout { get; init; }

    /// <summary>Model name to its scores.</summary>
    public required IReadOnlyDictionary<string, GeneratorScores> Models { get; init; }

    /// <summary>What real patients reach; null where the nodes do not say.</summary>
    public SyntheticBound? Ceiling { get; init; }

    /// <summary>What columns reach that know nothing of each other.</summary>
    public SyntheticBound? Floor { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">The text is not such a result.</exception>
    public static GeneratorResult FromJson(string json) => JsonSerializer.Deserialize<GeneratorResult>(json, Json)!;
}
