using System.Globalization;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Manager.Safe;
using Spectre.Console;

namespace GenoMed.Fhir.Cli.Evaluation;

/// <summary>The report for a person at a terminal.</summary>
internal static class SafeTable
{
    public static void Write(SafeReport report)
    {
        Console.WriteLine($"{report.Subject.Title}: {report.Patients} synthetic patients, SHA-256 {report.Subject.Sha256[..16]}…");
        Console.WriteLine($"  compared with {string.Join(", ", report.Nodes.Select(node => $"{node.Patients} patients at {node.Name}{(node.HoldOut > 0 ? $" ({node.HoldOut} held out)" : "")}"))}");
        if (report.Fidelity is { } fidelity)
        {
            Fidelity(fidelity.Levels);
        }

        Numbers(report);
        Gates(report);
    }

    private static void Fidelity(SafeLevels levels)
    {
        var table = Table("", "score", "floor", "ceiling", "of the way");
        void Row(string name, Func<SafeScores, double> score) => table.AddRow(
            name, Text(score(levels.Scores)), Text(score(levels.Floor)), Text(score(levels.Ceiling)), levels.ShareOfTheWay(score) is var share && double.IsNaN(share) ? "" : share.ToString("P0", CultureInfo.InvariantCulture));
        Row("CSF", scores => scores.Csf);
        Row("GSF", scores => scores.Gsf);
        Row("phi correlation", scores => scores.PhiCorrelation);
        foreach (var part in levels.Scores.Clinical.Keys)
        {
            Row($"  CSF {part}", scores => scores.Clinical[part]);
        }

        foreach (var part in levels.Scores.Genomic.Keys)
        {
            Row($"  GSF {part}", scores => scores.Genomic[part]);
        }

        AnsiConsole.Write(table);
    }

    /// <summary>What is not in the table above it.</summary>
    private static void Numbers(SafeReport report)
    {
        var table = Table("measure", "value");
        foreach (var metric in SafeMetrics.All.Where(metric => !metric.Code.StartsWith("csf", StringComparison.Ordinal) && !metric.Code.StartsWith("gsf", StringComparison.Ordinal) && !metric.Code.StartsWith("phi", StringComparison.Ordinal)))
        {
            if (metric.Value(report) is { } value && double.IsFinite(value))
            {
                table.AddRow(Markup.Escape(metric.Display), Text(value));
            }
        }

        if (table.Rows.Count > 0)
        {
            AnsiConsole.Write(table);
        }
    }

    private static void Gates(SafeReport report)
    {
        if (report.Gates.Count == 0)
        {
            Console.WriteLine("  Privacy was not measured: there are no gates to pass.");
            return;
        }

        var table = Table("gate", "", "found", "limit");
        foreach (var gate in report.Gates)
        {
            table.AddRow(Markup.Escape(gate.Name), gate.Passed ? "passed" : "FAILED", gate.Value is { } value ? Text(value) : "", gate.Threshold is { } limit ? Text(limit) : "");
        }

        AnsiConsole.Write(table);
        foreach (var gate in report.Gates.Where(gate => !gate.Passed))
        {
            Console.WriteLine($"  {gate.Name}: {gate.Why}");
        }

        Console.WriteLine(report.MayBeReleased ? "  All gates are passed." : "  Not every gate is passed: the set may not be released.");
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(columns);
        foreach (var column in table.Columns.Skip(1))
        {
            column.RightAligned();
        }

        return table;
    }

    private static string Text(double value) => double.IsNaN(value) ? "" : value.ToString("0.0000", CultureInfo.InvariantCulture);
}
