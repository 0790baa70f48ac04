using System.Globalization;
using System.Text;
using GenoMed.Fhir.Guides.Documentation;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>A report as one page for people, on paper too: the gates first, then what each number is and what it looks like.</summary>
public static class SafePage
{
    private const string Style = "body{max-width:700px;margin:2rem auto;padding:0 1rem;color:#222}h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:1.8rem 0 .3rem;border-bottom:2px solid #1b4965;padding-bottom:.2rem;break-after:avoid}p{margin:.3rem 0 .7rem}p.note,.basis{color:#555;font-size:.9em}ul{margin:.3rem 0 .7rem;padding-left:1.2rem}.key{display:inline-block;width:.7em;height:.7em;margin:0 .3em 0 .8em}table{width:100%;font-size:.9em}td,th{vertical-align:top}td.words{text-align:left}tr,table,section{break-inside:avoid}svg{display:block;width:100%;height:auto;font-family:system-ui,sans-serif}figure{margin:.6rem 0;break-inside:avoid}.two{display:grid;grid-template-columns:1fr 1fr;gap:.4rem 1.2rem}.two>*{break-inside:avoid}b.passed{color:#1a7f37}b.failed{color:#b00020}.verdict{border-left:6px solid #1a7f37;padding:.4rem .8rem;background:#f3f8f4;margin:.8rem 0}.verdict.failed{border-color:#b00020;background:#fbf3f4}code{word-break:break-all;font-size:.85em}@page{size:A4;margin:15mm 14mm}@media print{body{margin:0;padding:0;max-width:none;font-size:11.5px}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}";

    /// <summary>The page's HTML.</summary>
    /// <param name="report">All that it tells.</param>
    public static string Of(SafeReport report)
    {
        var body = new StringBuilder();
        Head(body, report);
        GateSection.Write(body, report);
        ShortSection.Write(body, report);
        FidelitySections.Write(body, report);
        ClinicalSection.Write(body, report);
        PrivacySections.Write(body, report);
        MultivariateSection.Write(body, report);
        body.Append("<h2>How to read this</h2><p class=\"note\">CSF and GSF, clinical and genomic synthetic fidelity (1 is best), are this project's own definitions (docs/synthetic.md, ADR 0120): the published ones are not public, so the numbers are not those of other tools. Every score is to be read beside its ceiling and its floor. Real patients were compared with where they lie; only sums and scores left the nodes, none of which rests on fewer patients than a node allows.</p>")
            .Append("<p class=\"note\">φ: how far two lesions come together, from -1 (never) to 1 (always). DCR: distance to the closest training patient. NNDR: that distance over the distance to the second closest. MMD: maximum mean discrepancy. pMSE: how far a classifier's guess lies from a coin's, against what chance gives.</p>");
        return HtmlPage.Of($"SAFE report: {report.Subject.Title}", Style, body);
    }

    private static void Head(StringBuilder body, SafeReport report)
    {
        var nodes = string.Join(", ", report.Nodes.Select(node => string.Create(CultureInfo.InvariantCulture, $"{node.Name} ({node.Patients} patients{(node.HoldOut > 0 ? $", {node.HoldOut} held out" : "")})")));
        body.Append(CultureInfo.InvariantCulture, $"<h1>Synthetic patients: fidelity and privacy</h1><p><strong>{HtmlPage.Text(report.Subject.Title)}</strong>, guide {HtmlPage.Text(report.Subject.Guide)} {HtmlPage.Text(report.Subject.Version)}.</p>")
            .Append(CultureInfo.InvariantCulture, $"<p>{report.Patients} synthetic patients, compared with real ones at {HtmlPage.Text(nodes)}. Seed {report.Seed}, {report.Evaluated.UtcDateTime:yyyy-MM-dd HH:mm} UTC.<br>SHA-256 of the set <code>{HtmlPage.Text(report.Subject.Sha256)}</code></p>");
    }
}
