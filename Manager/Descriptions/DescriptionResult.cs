using System.Text.Json;

namespace GenoMed.Fhir.Manager.Descriptions;

/// <summary>A federation's patients, described.</summary>
/// <param name="Guide">The guide.</param>
/// <param name="Nodes">Who took part.</param>
/// <param name="Features">In the dictionary's order.</param>
public sealed record DescriptionResult(string Guide, IReadOnlyList<DescribedNode> Nodes, IReadOnlyList<DescribedFeature> Features)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
