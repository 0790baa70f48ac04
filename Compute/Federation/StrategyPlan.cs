using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>A strategy and its options.</summary>
/// <param name="Name">Its name in <see cref="StrategyCatalog"/>.</param>
public sealed record StrategyPlan(string Name)
{
    /// <summary>The strategy's own options; what is left out has its default.</summary>
    public JsonObject Options { get; init; } = [];
}
