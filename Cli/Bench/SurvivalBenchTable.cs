using System.Globalization;
using Spectre.Console;

namespace GenoMed.Fhir.Cli.Bench;

/// <summary>The results for people.</summary>
internal static class SurvivalBenchTable
{
    public static void Write(IReadOnlyList<SurvivalResult> results)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("set", "measure", "C", "sd", "one net", "wanted", "published", "", "s");
        foreach (var result in results)
        {
            table.AddRow(
                result.Set.Name, result.Measure, Number(result.CIndex), Number(result.Sd), Number(result.Single), Number(result.Set.Wanted), Number(result.Set.Reference),
                result.Reached ? "reached" : "below", result.Seconds.ToString("0", CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table);
        Console.WriteLine("  sd over seeds where the table has its own split, else over folds");
    }

    /// <summary>What was compared inside the training part, best first.</summary>
    public static void Write(SurvivalSet set, IReadOnlyList<(SurvivalCandidate Candidate, SurvivalResult Result)> candidates)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns($"{set.Name}, training part", "C", "sd of folds", "one net", "s");
        foreach (var (candidate, result) in candidates.OrderByDescending(pair => pair.Result.CIndex))
        {
            table.AddRow(Markup.Escape(candidate.Name), Number(result.CIndex), Number(result.Sd), Number(result.Single), result.Seconds.ToString("0", CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table);
    }

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
