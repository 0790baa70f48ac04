using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>A privacy step around the strategy and its options.</summary>
/// <param name="Name">Its name.</param>
public sealed record PrivacyPlan(string Name)
{
    /// <summary>The step's own options; what is left out has its default.</summary>
    public JsonObject Options { get; init; } = [];
}
