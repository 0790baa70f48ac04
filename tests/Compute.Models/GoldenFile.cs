using System.Globalization;

namespace GenoMed.Fhir.Compute.Models.Tests;

/// <summary>A file of golden values: blocks "[name]" of lines "key: numbers".</summary>
internal static class GoldenFile
{
    public static IReadOnlyDictionary<string, Dictionary<string, double[]>> Read(string file) =>
        Parse(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Goldens", file)));

    public static IReadOnlyDictionary<string, Dictionary<string, double[]>> Parse(IEnumerable<string> lines)
    {
        var sets = new Dictionary<string, Dictionary<string, double[]>>();
        Dictionary<string, double[]> current = [];
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            if (line[0] == '[')
            {
                sets[line[1..^1]] = current = [];
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            current[line[..colon]] = [.. line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];
        }

        return sets;
    }

    private static double Number(string text) => text is "NA" or "NaN" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}
