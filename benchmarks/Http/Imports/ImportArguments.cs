using System.Globalization;

namespace GenoMed.Fhir.Http.Benchmarks.Imports;

/// <summary>What the command line asks for.</summary>
/// <param name="Resources">Resources of one load.</param>
/// <param name="Loads">Loads one after the other.</param>
/// <param name="Json">A file for the figures as JSON, or null.</param>
/// <param name="Program">The node: by default the build beside this program, else the path of a published <c>genomed.dll</c>.</param>
internal sealed record ImportArguments(int Resources, int Loads, string? Json, string Program)
{
    public const string Command = "import";

    public static ImportArguments Parse(IReadOnlyList<string> args)
    {
        var parsed = new ImportArguments(200_000, 3, null, "genomed.dll");
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : throw new ArgumentException($"{args[i]} needs a value.");
            parsed = args[i] switch
            {
                "--resources" => parsed with { Resources = int.Parse(value, CultureInfo.InvariantCulture) },
                "--loads" => parsed with { Loads = int.Parse(value, CultureInfo.InvariantCulture) },
                "--json" => parsed with { Json = value },
                "--program" => parsed with { Program = Path.GetFullPath(value) },
                _ => throw new ArgumentException($"'{args[i]}' is no option; there are --resources, --loads, --json and --program."),
            };
        }

        return parsed;
    }
}
