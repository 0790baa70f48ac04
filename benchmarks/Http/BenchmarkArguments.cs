using System.Globalization;

namespace GenoMed.Fhir.Http.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Seconds">How long each measurement lasts.</param>
/// <param name="Json">A file for the figures as JSON, or null.</param>
/// <param name="Markdown">Where the tables go.</param>
internal sealed record BenchmarkArguments(double Seconds, string? Json, string? Markdown)
{
    public static BenchmarkArguments Parse(IReadOnlyList<string> args)
    {
        var parsed = new BenchmarkArguments(5, null, Path.Combine("docs", "results", "http.md"));
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : throw new ArgumentException($"{args[i]} needs a value.");
            parsed = args[i] switch
            {
                "--seconds" => parsed with { Seconds = double.Parse(value, CultureInfo.InvariantCulture) },
                "--json" => parsed with { Json = value },
                "--markdown" => parsed with { Markdown = value == "none" ? null : value },
                _ => throw new ArgumentException($"'{args[i]}' is no option; there are --seconds, --json and --markdown."),
            };
        }

        return parsed;
    }
}
