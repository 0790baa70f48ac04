using System.Globalization;
using System.Text.Json;

namespace GenoMed.Fhir.Http.Benchmarks;

/// <summary>One figure.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record BenchResult(string Name, double Value, string Unit)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name,-34} {Value,10:0.##} {Unit}");

    public static string ToJson(IReadOnlyList<BenchResult> results)
        => JsonSerializer.Serialize(results, new JsonSerializerOptions { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase }) + "\n";
}
