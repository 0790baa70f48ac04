using System.Globalization;
using System.Text;
using GenoMed.Fhir.Guides.Documentation;
using GenoMed.Fhir.Operations.Contracts.QualityReport;
using GenoMed.Fhir.Operations.Datasets;

namespace GenoMed.Fhir.Operations.QualityReport;

/// <summary>The report as one page of HTML that needs nothing from anywhere else.</summary>
internal static class QualityPage
{
    private const string Style = "td.bar{min-width:8rem;text-align:left}td.bar span{display:inline-block;background:#4a7;height:.8em}";
    private const double Shifted = 0.25;

    public static async Task WriteAsync(Stream stream, QualityReportOutput report, Dataset dataset, int minimum, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync(Page(report, dataset, minimum).AsMemory(), cancellationToken);
    }

    private static string Page(QualityReportOutput report, Dataset dataset, int minimum)
    {
        var page = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<h1>Data quality</h1><p>{Text(dataset.Table.Schema.Guide)} {Text(dataset.Table.Schema.Version)}, dataset {Text(report.Dataset)}, {report.Rows} patients. Table SHA-256 {Text(dataset.Sha256)}.</p>")
            .Append(CultureInfo.InvariantCulture, $"<p>Patients with birth, diagnosis and death out of order: {Count(report.InconsistentDates)}.</p>")
            .Append(CultureInfo.InvariantCulture, $"<table><caption>“left out”: the number, or what could be worked out from it, rests on fewer than {minimum} patients.</caption><thead><tr><th>feature</th><th>known</th><th>present</th><th>missing</th><th>out of range</th><th>unexpected unit</th><th>unknown code</th><th>conflicts</th><th>inconsistent times</th><th>drift</th><th>units</th></tr></thead><tbody>");
        foreach (var feature in report.Features)
        {
            page.Append(Row(feature, report.Rows));
        }

        return HtmlPage.Of($"Data quality {report.Dataset}", Style, page.Append("</tbody></table>").Append(Texts(report.Texts)));
    }

    private static string Row(FeatureQuality feature, int rows)
    {
        int?[] counts = [feature.OutOfRange, feature.UnexpectedUnit, feature.UnknownCode, feature.Conflicts, feature.InconsistentTimes];
        var cells = string.Concat(counts.Select(count => $"<td{(count is 0 ? "" : " class=\"odd\"")}>{Count(count)}</td>"));
        var units = string.Join(", ", feature.Units.Select(unit => $"{(unit.Code.Length == 0 ? "none" : Text(unit.Code))} {unit.Count.ToString(CultureInfo.InvariantCulture)}"));
        var drift = feature.Drift is { } value ? $"<td{(value > Shifted ? " class=\"odd\"" : "")}>{value.ToString("0.000", CultureInfo.InvariantCulture)}</td>" : "<td></td>";
        return $"<tr><td>{Text(feature.Name)}</td><td class=\"bar\">{Bar(feature.Present, rows)}</td><td>{Count(feature.Present)}</td><td>{Count(feature.Missing)}</td>{cells}{drift}<td>{units}</td></tr>";
    }

    private static string Texts(IReadOnlyList<TextQuality> texts) => texts.Count == 0 ? ""
        : "<h2>Texts</h2><table><thead><tr><th>text</th><th>filled</th><th>patients with the finding</th><th>with the text</th></tr></thead><tbody>"
            + string.Concat(texts.Select(text => $"<tr><td>{Text(text.Name)}</td><td class=\"bar\">{(text.Findings is { } all ? Bar(text.Present, all) : "")}</td><td>{Count(text.Findings)}</td><td>{Count(text.Present)}</td></tr>"))
            + "</tbody></table>";

    private static string Bar(int? present, int rows)
    {
        if (present is not { } known || rows == 0)
        {
            return "";
        }

        var percent = (100.0 * known / rows).ToString("0.#", CultureInfo.InvariantCulture);
        return $"<span style=\"width:{percent}%\"></span> {percent} %";
    }

    private static string Count(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "left out";

    private static string Text(string text) => HtmlPage.Text(text);
}
