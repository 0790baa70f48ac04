using System.Globalization;
using GenoMed.Fhir.Manager.Experiments;
using Spectre.Console;

namespace GenoMed.Fhir.Cli.Runs;

/// <summary>Runs as tables that fit 100 columns.</summary>
internal static class RunTables
{
    public static void Write(IReadOnlyList<RunSummary> runs)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("run", "status", "model", "rounds", "nodes", "seconds");
        table.Columns[0].NoWrap();
        foreach (var run in runs)
        {
            Add(table, run.Id, run.Status, run.Model, $"{run.Round}/{run.Rounds}", string.Join(' ', run.Nodes), Text($"{run.Seconds:0.0}"));
        }

        AnsiConsole.Write(table);
    }

    public static void Write(RunDetail run)
    {
        Console.WriteLine(Text($"run       {run.Summary.Id}, {run.Summary.Status}, began {run.Summary.Created:yyyy-MM-dd HH:mm}, {run.Summary.Seconds:0.0} s in rounds"));
        foreach (var line in run.PlanLines)
        {
            Console.WriteLine(line);
        }

        Console.WriteLine($"plan      sha256 {run.PlanHash}");
        Console.WriteLine($"weights   sha256 {run.WeightsSha256}");
        foreach (var (node, dataset) in run.Datasets)
        {
            Console.WriteLine($"data set  {node}: {dataset}");
        }

        foreach (var (subject, metrics) in run.Evaluations)
        {
            Console.WriteLine($"result    {subject}: {string.Join(", ", metrics.Select(metric => Text($"{metric.Key} {metric.Value:0.0000}")))}");
        }

        AnsiConsole.Write(Rounds(run));
        Console.WriteLine(run.Error is null ? "" : $"failed: {run.Error}");
    }

    private static Table Rounds(RunDetail run)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("round", "node", "patients", "loss", "seconds", "left out because");
        foreach (var round in run.Rounds)
        {
            foreach (var node in round.Nodes)
            {
                Add(table, Text($"{round.Round}"), node.Node, Text($"{node.NumExamples}"), node.Metrics.TryGetValue("loss", out var loss) ? Text($"{loss:0.0000}") : "", Text($"{node.Seconds:0.00}"), node.Reason ?? "");
            }
        }

        return table;
    }

    private static void Add(Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
