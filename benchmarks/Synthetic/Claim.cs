using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>Something that the measurement is to show.</summary>
/// <param name="Model">Of which generator.</param>
/// <param name="Text">What.</param>
/// <param name="Value">As measured.</param>
/// <param name="Wanted">The bound, in words.</param>
/// <param name="Reached">Whether it holds.</param>
internal sealed record Claim(string Model, string Text, double Value, string Wanted, bool Reached)
{
    public JsonObject ToJson() => new()
    {
        ["model"] = Model,
        ["claim"] = Text,
        ["value"] = Math.Round(Value, 4),
        ["wanted"] = Wanted,
        ["reached"] = Reached,
    };
}
