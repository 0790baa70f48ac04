using System.Globalization;
using GenoMed.Fhir.Manager.Comparisons;
using Spectre.Console;

namespace GenoMed.Fhir.Cli.Managers;

/// <summary>The paper's table for one run.</summary>
internal static class ComparisonTable
{
    public static void Write(ComparisonResult result)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("model").AddColumn("trained on").AddColumn("Harrell's C").AddColumn("95 % interval");
        table.Columns[2].RightAligned();
        Row(table, "centralised", $"all {result.Patients.Sum(node => node.N)} patients together", result.Centralised.CIndex, result.Centralised.Ci);
        Row(table, "federated", $"{result.Patients.Count} nodes, {result.Rounds} rounds", result.Federated.CIndex, result.Federated.Ci);
        foreach (var node in result.Federated.Nodes)
        {
            Row(table, $"federated at {node.Name}", "and one more local epoch", node.CIndex, node.Ci);
        }

        Row(table, "isolated, biggest", Alone(result, result.Isolated.Biggest), result.Isolated.Biggest.CIndex, result.Isolated.Biggest.Ci);
        Row(table, "isolated, smallest", Alone(result, result.Isolated.Smallest), result.Isolated.Smallest.CIndex, result.Isolated.Smallest.Ci);
        if (result.Ipssm is { } clinical)
        {
            Row(table, clinical.Name.ToUpperInvariant(), $"the {clinical.N} test patients with its inputs", clinical.CIndex, clinical.Ci);
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"  on {result.Federated.N} test patients, {result.Federated.Events} events{Paired(result.Ipssm)}");
    }

    private static void Row(Table table, string model, string trained, double c, Interval ci)
        => table.AddRow(Markup.Escape(model), Markup.Escape(trained), c.ToString("0.000", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{ci.Lower:0.000} to {ci.Upper:0.000}"));

    private static string Alone(ComparisonResult result, NodeScore node)
        => $"{node.Name} alone, {result.Patients.Single(patients => patients.Name == node.Name).N} patients";

    private static string Paired(ClinicalScore? clinical)
        => clinical is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; federated on the patients of {clinical.Name.ToUpperInvariant()}: {clinical.FederatedCIndex:0.000}");
}
