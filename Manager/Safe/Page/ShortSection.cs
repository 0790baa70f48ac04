using System.Globalization;
using System.Text;
using GenoMed.Fhir.Guides.Documentation;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>What a reader should take away who reads no further: what the set is good for, and what not.</summary>
internal static class ShortSection
{
    public static void Write(StringBuilder body, SafeReport report)
    {
        string[] lines = [.. Lines(report)];
        if (lines.Length > 0)
        {
            body.Append("<section><h2>In short</h2><ul>").AppendJoin("", lines.Select(line => $"<li>{HtmlPage.Text(line)}</li>")).Append("</ul></section>");
        }
    }

    private static IEnumerable<string> Lines(SafeReport report)
    {
        if (report.Fidelity is { } fidelity)
        {
            yield return Text($"On average synthetic patients go {Share(fidelity.Levels.ShareOfTheWay(scores => scores.Csf))} of the way from unrelated columns to real patients in clinical features, and {Share(fidelity.Levels.ShareOfTheWay(scores => scores.Gsf))} in genomic ones.");
            if (SurvivalMeans.Of(report) is { } means)
            {
                yield return Text($"Within {means.Horizon:0.#} {UnitText.Of(fidelity.Survival.Unit)} real patients are without the event for {means.Real:0.00} on average, synthetic ones for {means.Synthetic:0.00}.");
            }
        }

        if (report.Clinical is { } clinical)
        {
            if (ClinicalShares.Factors(clinical) is { } factors)
            {
                yield return Text($"A regression on the known prognostic factors says the same of {factors:P0} of them.");
            }

            if (clinical.Transfer.Real is { } real)
            {
                yield return Text($"A risk model trained on synthetic patients ranks real ones with C = {clinical.Transfer.Synthetic.C:0.000}; trained on real patients, with {real.C:0.000}.");
            }

            if (clinical.SameConclusions is { } same)
            {
                yield return Text($"As a control arm they lead to the conclusion of real controls in {same:P0} of the mock trials{(clinical.SameConclusionsWeighted is { } weighted ? Text($" ({weighted:P0} where controls are weighted)") : "")}.");
            }
        }

        yield return "Nobody in the set exists. It is made for methods, teaching and hypotheses; a finding from it is to be checked on real patients.";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Share(double value) => double.IsNaN(value) ? "an unknown part" : value.ToString("P0", CultureInfo.InvariantCulture);
}
