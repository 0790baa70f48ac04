using System.Globalization;
using System.Text;
using GenoMed.Fhir.Compute.Models.Fidelity.Clinical;
using GenoMed.Fhir.Guides.Documentation;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>What the patients are worth to a clinician.</summary>
internal static class ClinicalSection
{
    public static void Write(StringBuilder body, SafeReport report)
    {
        if (report.Clinical is not { } clinical)
        {
            return;
        }

        body.Append("<section><h2>Clinical use</h2><p>Would work with the synthetic patients have come to what the real ones say?</p><table><thead><tr><th>question</th><th>found</th><th class=\"words\" style=\"text-align:left\">what it rests on</th></tr></thead><tbody>");
        Survival(body, clinical, UnitText.Of(report.Fidelity?.Survival.Unit ?? ""));
        Row(body, "factors with the same conclusion", Percent(ClinicalShares.Factors(clinical)), $"{clinical.Factors.Count} prognostic factors in one Cox regression: both intervals on the same side of 1, or both over it.");
        Row(body, "pairs of lesions called alike", Percent(ClinicalShares.Pairs(clinical)), $"{clinical.Pairs.Count(pair => pair.Called)} pairs that come together or exclude each other at 5 % false discovery.");
        Transfer(body, clinical.Transfer);
        if (clinical.SameConclusions is { } same)
        {
            Row(body, "mock trials, same conclusion", Percent(same), $"{clinical.ControlArm.Count} mock trials of real treated patients: matched synthetic controls lead to the conclusion of matched real ones.");
            Row(body, "the same, controls weighted", Percent(clinical.SameConclusionsWeighted), "Not one control for each treated patient, but all of them, each as far as it is like the treated ones.");
        }

        body.Append("</tbody></table></section>");
        ControlArmTable.Write(body, clinical);
        body.Append("<section><h2>Prognostic factors, adjusted for each other</h2><figure>")
            .Append(ForestPlot.Draw([.. clinical.Factors.Select(factor => new HazardComparison(factor.Factor, Label(report, factor.Factor), HazardRatio.Of(factor.Real), HazardRatio.Of(factor.Synthetic)))]))
            .Append("</figure></section>");
    }

    private static void Survival(StringBuilder body, ClinicalReport clinical, string unit)
    {
        var survival = clinical.Survival;
        var interval = survival.Interval();
        Row(body, "difference of mean survival", survival.Difference.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture,
            $"Synthetic less real, within {survival.Horizon:0.##} {unit}; 95 % interval {interval.Lower:0.00} to {interval.Upper:0.00}{(survival.LogRankP is { } p ? $"; log-rank test p = {p:G2}" : "")}. {clinical.RealPatients} real and {clinical.SyntheticPatients} synthetic patients with a known outcome."));
    }

    private static void Transfer(StringBuilder body, SurvivalTransfer transfer)
        => Row(body, "trained on synthetic, tested on real", transfer.Synthetic.C.ToString("0.000", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture,
            $"Harrell's C of DeepSurv on {transfer.TestPatients} real patients{(transfer.Real is { } real ? $"; trained on real patients {real.C:0.000}" : "")}. 0.5 is guessing."));

    private static string Label(SafeReport report, string factor) => report.Fidelity?.Hazards.FirstOrDefault(hazard => hazard.Factor == factor)?.Label ?? factor;

    private static string Percent(double? share) => share?.ToString("P0", CultureInfo.InvariantCulture) ?? "–";

    private static void Row(StringBuilder body, string question, string found, string basis)
        => body.Append(CultureInfo.InvariantCulture, $"<tr><td>{question}</td><td>{found}</td><td class=\"words\">{HtmlPage.Text(basis)}</td></tr>");
}
