using System.Globalization;
using System.Text;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;
using GenoMed.Fhir.Guides.Documentation;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>Whether the set may be released, and why.</summary>
internal static class GateSection
{
    private static readonly Dictionary<string, string> Questions = new()
    {
        ["nndr-median"] = "Are synthetic patients no nearer to one training patient than other real patients are?",
        ["exact-copies"] = "Is no training patient copied, more than patients coincide by chance?",
        ["membership-inference"] = "Can nobody tell who was among the training patients?",
        ["membership-inference-calibrated"] = "The same by the stronger attack, which allows for how unusual a patient is.",
        ["singling-out-univariate"] = "Does a rare value of the set point to no single training patient?",
        ["singling-out-multivariate"] = "The same of several values together.",
        ["linkability"] = "Can two halves of a training patient's record not be joined through the set?",
        ["inference"] = "Is no feature of a training patient guessed better than one of other patients?",
    };

    public static void Write(StringBuilder body, SafeReport report)
    {
        if (report.Gates.Count == 0)
        {
            body.Append("<p class=\"verdict failed\">Privacy was not measured: the set may not be released by this report.</p>");
            return;
        }

        var failed = report.Gates.Count(gate => !gate.Passed);
        body.Append(failed == 0
                ? $"<p class=\"verdict\"><b class=\"passed\">All {report.Gates.Count} gates are passed.</b> By this report the set may be released.</p>"
                : $"<p class=\"verdict failed\"><b class=\"failed\">{failed} of {report.Gates.Count} gates failed.</b> The set may not be released.</p>")
            .Append("<table><thead><tr><th>gate</th><th></th><th>found</th><th>limit</th><th class=\"words\" style=\"text-align:left\">what is asked, and what the answer rests on</th></tr></thead><tbody>");
        foreach (var gate in report.Gates)
        {
            body.Append(CultureInfo.InvariantCulture, $"<tr><td>{HtmlPage.Text(gate.Name.Replace('-', ' '))}</td><td>{Verdict(gate)}</td><td>{Number(gate.Value)}</td><td>{Number(gate.Threshold)}</td><td class=\"words\">{HtmlPage.Text(Questions.GetValueOrDefault(gate.Name, ""))}<br><span class=\"basis\">{HtmlPage.Text(gate.Why)}</span></td></tr>");
        }

        body.Append("</tbody></table>");
    }

    private static string Verdict(PrivacyGate gate) => gate.Passed ? "<b class=\"passed\">passed</b>" : "<b class=\"failed\">failed</b>";

    private static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";
}
