using System.Globalization;
using System.Text;
using GenoMed.Fhir.Http.Benchmarks.Load;

namespace GenoMed.Fhir.Http.Benchmarks.Report;

/// <summary>The tables, at most 100 columns wide.</summary>
internal static class MarkdownReport
{
    public static string Write(HttpReport report)
    {
        var text = new StringBuilder();
        text.AppendLine("| resources a second | clients |    node |    aim | p50 ms | p99 ms | node µs | client µs |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var figure in report.Node)
        {
            text.AppendLine(Row($"| {figure.Name,-18} | {figure.Clients,7} | {figure.PerSecond,7:F0} | {Aim.PerSecond(figure.Name, figure.Clients),6:F0} | {figure.P50,6:F2} | {figure.P99,6:F2} | {figure.ServerMicroseconds,7:F0} | {figure.ClientMicroseconds,9:F0} |"));
        }

        text.AppendLine().AppendLine("| beside it          | clients | a second | times the node | server µs | times |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (bare, node) in report.Bare.Http.Select(bare => (bare, Same(report, bare))))
        {
            text.AppendLine(Row($"| Kestrel, {bare.Name,-9} | {bare.Clients,7} | {bare.PerSecond,8:F0} | {bare.PerSecond / node.PerSecond,14:F2} | {bare.ServerMicroseconds,9:F0} | {node.ServerMicroseconds / bare.ServerMicroseconds,5:F1} |"));
        }

        AddDriver(text, report, 1, report.Bare.SqliteOne);
        AddDriver(text, report, 8, report.Bare.SqliteEight);
        text.AppendLine().AppendLine("| at start           |  node |   aim |").AppendLine("|---|---:|---:|");
        text.AppendLine(Row($"| first answer, s    | {report.StartSeconds,5:F2} | {Aim.StartSeconds,5:F0} |"));
        text.AppendLine(Row($"| memory at rest, MB | {report.RestMegabytes,5:F0} | {Aim.RestMegabytes,5:F0} |"));
        text.AppendLine(Row($"| after the load, MB | {report.RestAfterLoadMegabytes,5:F0} |       |"));
        text.AppendLine().AppendLine(Row($"{Environment.ProcessorCount} cores; load average of the last minute {report.Load}."));
        return text.ToString();
    }

    private static void AddDriver(StringBuilder text, HttpReport report, int clients, double perSecond)
    {
        var node = report.Node.Single(figure => figure.Name == "create" && figure.Clients == clients);
        text.AppendLine(Row($"| bare driver, create| {clients,7} | {perSecond,8:F0} | {perSecond / node.PerSecond,14:F2} |           |       |"));
    }

    private static LoadFigure Same(HttpReport report, LoadFigure bare)
        => report.Node.Single(figure => figure.Name == bare.Name && figure.Clients == bare.Clients);

    private static string Row(FormattableString row) => row.ToString(CultureInfo.InvariantCulture);
}
