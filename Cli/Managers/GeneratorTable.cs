using System.Globalization;
using GenoMed.Fhir.Manager.Comparisons.Generators;
using Spectre.Console;

namespace GenoMed.Fhir.Cli.Managers;

/// <summary>The paper's Figure 3 as a table: fidelity and privacy after each round, by how the generator was trained.</summary>
internal static class GeneratorTable
{
    public static void Write(GeneratorResult result)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("trained").AddColumn("round").AddColumn("CSF").AddColumn("GSF").AddColumn("phi corr.").AddColumn("NNDR").AddColumn("hold-out's").AddColumn("MIA AUC");
        foreach (var column in table.Columns.Skip(1))
        {
            column.RightAligned();
        }

        foreach (var (_, model) in result.Models)
        {
            Rows(table, "federated", model.Federated);
            Rows(table, "centralised", model.Centralised);
            foreach (var (node, scores) in model.Isolated)
            {
                Rows(table, $"{node} alone, {result.Patients.Single(patients => patients.Name == node).N} patients", scores);
            }
        }

        Bound(table, "ceiling: real patients", result.Ceiling);
        Bound(table, "floor: shuffled columns", result.Floor);
        AnsiConsole.Write(table);
        Console.WriteLine($"  {string.Join(", ", result.Models.Keys)}: {result.Patients.Sum(node => node.N)} synthetic patients after each round, against as many training patients and {result.Holdout} held out.");
        Console.WriteLine("  CSF and GSF: clinical and genomic fidelity, 1 is best. NNDR should not be below the hold-out's, MIA AUC near .5.");
    }

    private static void Rows(Table table, string name, TrainedScores training)
    {
        for (var (first, next) = (0, 0); first < training.Rounds.Count; first = next)
        {
            var round = training.Rounds[first];
            next = training.Rounds.Skip(first).TakeWhile(later => later with { Round = round.Round } == round).Count() + first;
            table.AddRow(
                Markup.Escape(first == 0 ? name : ""), Numbers(round.Round, training.Rounds[next - 1].Round), Text(round.Csf), Text(round.Gsf), Text(round.PhiCorrelation),
                Text(round.NndrMedian), Text(round.NndrMedianHoldout), Text(round.MiaAuc));
        }
    }

    /// <summary>Rounds with the same scores are one row: a network is learnt after its third.</summary>
    private static string Numbers(int first, int last) => first == last ? $"{first}" : string.Create(CultureInfo.InvariantCulture, $"{first} to {last}");

    private static void Bound(Table table, string name, SyntheticBound? bound)
    {
        if (bound is not null)
        {
            table.AddRow(Markup.Escape(name), "", Text(bound.Csf), Text(bound.Gsf), Text(bound.PhiCorrelation), "", "", "");
        }
    }

    private static string Text(double? value) => value is { } number ? number.ToString("0.000", CultureInfo.InvariantCulture) : "-";
}
