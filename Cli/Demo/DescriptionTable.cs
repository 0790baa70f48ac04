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
        Console.WriteLine($"{result.Nodes.Sum(node => node.Patients)} patients of {result.Nodes.Count} nodes; '-' is what rests on too few patients of a node to be told.");
    }

    private static string Values(DescribedFeature feature) => feature.Mean is { } mean
        ? string.Create(CultureInfo.InvariantCulture, $"{mean:0.##} ({feature.StandardDeviation:0.##}) {feature.Unit}")
        : string.Join(", ", feature.Counts.Select(count => $"{count.Code}: {Text(count.Patients)}"));

    private static string Text(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
