using System.Text.RegularExpressions;

namespace GenoMed.Fhir.Architecture.Tests;

/// <summary>A property of an options record, as its source file has it.</summary>
/// <param name="Record">The record's name.</param>
/// <param name="Name">The property's name.</param>
/// <param name="Default">Its initialiser as text; empty for none.</param>
/// <param name="Range">The two bounds of its Range attribute; empty for none.</param>
internal sealed partial record SourceOption(string Record, string Name, string Default, string Range)
{
    // The engine's own are arguments of TorchSharp's functions; docs/torch-surface.md lists those.
    public static IReadOnlyList<SourceOption> ReadAll()
        => [.. Repository.Files("*.cs").Where(file => !Repository.Relative(file).StartsWith("tests/", StringComparison.Ordinal)
                && !Repository.Relative(file).StartsWith("Compute/Torch/", StringComparison.Ordinal))
            .SelectMany(file => Read(File.ReadAllText(file)))];

    private static IEnumerable<SourceOption> Read(string source)
        => Records().Match(source) is { Success: true } record
            ? Parameters(record).Concat(Properties(source, record.Groups["name"].Value))
            : [];

    private static IEnumerable<SourceOption> Parameters(Match record)
        => from parameter in record.Groups["parameters"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
           select new SourceOption(record.Groups["name"].Value, parameter.Split(' ')[1], "", "");

    private static IEnumerable<SourceOption> Properties(string source, string record)
        => from property in InitProperties().Matches(source)
           select new SourceOption(record, property.Groups["name"].Value, property.Groups["default"].Value, property.Groups["range"].Value);

    [GeneratedRegex(@"record (?<name>\w*(Options|Limits|NodeClient))\b(\((?<parameters>[^)]*)\))?")]
    private static partial Regex Records();

    [GeneratedRegex(@"(\[Range\((?<range>[^)]*)\)\]\s+)?public (required )?[\w<>?]+ (?<name>\w+) \{ get; init; \}( = (?<default>[^;]+);)?")]
    private static partial Regex InitProperties();
}
