using System.Globalization;

namespace GenoMed.Fhir.Architecture.Tests;

/// <summary>A row of docs/configuration.md.</summary>
/// <param name="Record">The section's heading.</param>
/// <param name="Name">The option's name.</param>
/// <param name="Default">The default's cell.</param>
/// <param name="Range">The range's cell.</param>
internal sealed record DocumentedOption(string Record, string Name, string Default, string Range)
{
    public static IReadOnlyList<DocumentedOption> ReadAll()
    {
        var record = "";
        var rows = new List<DocumentedOption>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs", "configuration.md")))
        {
            record = line.StartsWith("## ", StringComparison.Ordinal) ? line[3..].Trim() : record;
            if (record.Length > 0 && line.StartsWith("| `", StringComparison.Ordinal))
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                rows.Add(new DocumentedOption(record, cells[1].Trim('`'), cells[3], cells[4]));
            }
        }

        return rows;
    }

    /// <summary>Whether the cells hold the source's default and bounds, where these are plain literals.</summary>
    public bool Says(SourceOption option) => SaysDefault(option.Default) && SaysRange(option.Range);

    private bool SaysDefault(string source)
        => Number(source) is { } number ? Number(Default.Split(' ')[0]) == number
            : source.StartsWith('"') || source.StartsWith('[') ? source is "[]" or "\"\"" || Default.Contains(source.Trim('"'), StringComparison.Ordinal)
            : source is not ("true" or "false") || Default == source;

    private bool SaysRange(string source)
    {
        var bounds = source.Split(',', StringSplitOptions.TrimEntries).Select(Number).ToList();
        return bounds.Count != 2 || bounds.Contains(null) || Range.Split("..").Select(Number).SequenceEqual(bounds);
    }

    private static double? Number(string text)
        => double.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
