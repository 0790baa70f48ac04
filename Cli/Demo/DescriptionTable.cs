using System.Globalization;
using GenoMed.Fhir.Manager.Descriptions;
using Spectre.Console;

namespace GenoMed.Fhir.Cli.Demo;

/// <summary>A description as a table that fits 100 columns.</summary>
internal static class DescriptionTable
{
    public static void Write(DescriptionResult result)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("feature", "known", "missing", "mean (sd), or patients of each category");
        foreach (var feature in result.Features)
        {
            table.AddRow(Markup.Escape(feature.Name), Text(feature.Known), Text(feature.Missing), Markup.Escape(Values(feature)));
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"""
            {result.Nodes.Sum(node => node.Patients)} patients of {result.Nodes.Count} nodes. A node does not tell counts that rest on too few patients; they are left out
            of the sums, so known and missing may be fewer than all patients together. '-': no node told it.
            """);
    }

    private static string Values(DescribedFeature feature) => feature.Mean is { } mean
        ? string.Create(CultureInfo.InvariantCulture, $"{mean:0.##} ({feature.StandardDeviation:0.##}) {feature.Unit}")
        : string.Join(", ", feature.Counts.Select(count => $"{Word(feature, count.Code)}: {Text(count.Patients)}"));

    /// <summary>A finding is there or not; nobody calls that 1 and 0.</summary>
    private static string Word(DescribedFeature feature, string code) => (feature.Counts.Count, code) switch
    {
        (2, "0") => "no",
        (2, "1") => "yes",
        _ => code,
    };

    private static string Text(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
