using System.Globalization;
using System.Text;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Guides.Documentation;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>How alike synthetic and real patients are.</summary>
internal static class FidelitySections
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["marginals"] = "Each clinical feature by itself: do the same values occur as often?",
        ["associations"] = "Pairs of clinical features: do the same go together, as strongly?",
        ["survival"] = "Do as many patients live as long?",
        ["hazards"] = "Do the known prognostic factors raise the risk as much?",
        ["frequencies"] = "Is every lesion as frequent?",
        ["lesions_per_patient"] = "Do patients have as many lesions each?",
        ["gene_pairs"] = "Do the same genes come together, and the same exclude each other?",
        ["cytogenetic_pairs"] = "The same of genes and chromosomal lesions.",
    };

    public static void Write(StringBuilder body, SafeReport report)
    {
        if (report.Fidelity is not { } fidelity)
        {
            return;
        }

        Levels(body, fidelity.Levels, report.Nodes.Count);
        Survival(body, fidelity.Survival, SurvivalMeans.Of(report));
        body.Append("<section><h2>Prognostic factors</h2><p>How many times higher the risk of the event is with each factor alone (of a number: per about the middle half of its range), with 95 % intervals. Synthetic patients serve research where both intervals lie about the same place.</p><figure>")
            .Append(ForestPlot.Draw(fidelity.Hazards)).Append("</figure></section>");
        Lesions(body, fidelity);
        body.Append(CultureInfo.InvariantCulture, $"<h2>Clinical features</h2><p>Share of patients by value:<span class=\"key\" style=\"background:{Svg.Real}\"></span>real<span class=\"key\" style=\"background:{Svg.Synthetic}\"></span>synthetic. The number above each is how alike the two are (1 is best).</p><div class=\"two\">")
            .AppendJoin("", fidelity.Marginals.Select(MarginalPlot.Draw))
            .Append("</div><p class=\"note\">A dot stands for a bar of real patients that rests on too few to be told.</p>");
        DistanceTable.Write(body, fidelity);
    }

    private static void Levels(StringBuilder body, SafeLevels levels, int nodes)
    {
        body.Append("<h2>Fidelity</h2><p>The ceiling is what one half of the real patients reaches against the other half; the floor is what real patients reach whose features were dealt to them anew, so that nothing goes together. ")
            .Append(CultureInfo.InvariantCulture, $"CSF goes {Share(levels.ShareOfTheWay(scores => scores.Csf))} of the way from floor to ceiling, GSF {Share(levels.ShareOfTheWay(scores => scores.Gsf))}, the correlation of φ {Share(levels.ShareOfTheWay(scores => scores.PhiCorrelation))}.{Beyond(levels)}</p><div class=\"two\">");
        foreach (var (name, score) in new (string, Func<SafeScores, double>)[] { ("CSF", scores => scores.Csf), ("GSF", scores => scores.Gsf), ("correlation of φ", scores => scores.PhiCorrelation) })
        {
            body.Append(double.IsNaN(score(levels.Scores)) ? "" : LevelBar.Draw(name, score(levels.Scores), score(levels.Floor), score(levels.Ceiling)));
        }

        body.Append("</div><table><thead><tr><th>part</th><th>score (1 is best)</th><th>floor</th><th>ceiling</th><th class=\"words\" style=\"text-align:left\">what is asked</th></tr></thead><tbody>");
        Parts(body, "CSF", levels, scores => scores.Clinical);
        Parts(body, "GSF", levels, scores => scores.Genomic);
        body.Append("</tbody></table>");
        if (nodes > 1)
        {
            body.Append(levels.Pooled ? "<p class=\"note\">From the counts of all nodes together.</p>" : "<p class=\"note\">Means over the nodes, weighted by patients: each node's score rests on all of its patients.</p>");
        }
    }

    private static string Beyond(SafeLevels levels) =>
        levels.ShareOfTheWay(scores => scores.Csf) > 1 || levels.ShareOfTheWay(scores => scores.Gsf) > 1 || levels.ShareOfTheWay(scores => scores.PhiCorrelation) > 1
            ? " More than 100 % is more alike than two halves of the real patients are, who are half as many each: copies are, too."
            : "";

    private static void Parts(StringBuilder body, string of, SafeLevels levels, Func<SafeScores, IReadOnlyDictionary<string, double>> parts)
    {
        foreach (var name in parts(levels.Scores).Keys)
        {
            body.Append(CultureInfo.InvariantCulture, $"<tr><td>{of}: {HtmlPage.Text(name.Replace('_', ' '))}</td><td>{Number(parts(levels.Scores)[name])}</td><td>{Number(parts(levels.Floor)[name])}</td><td>{Number(parts(levels.Ceiling)[name])}</td><td class=\"words\">{HtmlPage.Text(Meanings.GetValueOrDefault(name, ""))}</td></tr>");
        }
    }

    private static void Survival(StringBuilder body, SurvivalCurves survival, SurvivalMeans? means)
    {
        body.Append("<section><h2>Survival</h2>");
        if (means is not null)
        {
            body.Append(CultureInfo.InvariantCulture, $"<p>Within the first {means.Horizon:0.##} {HtmlPage.Text(UnitText.Of(survival.Unit))} the event comes after {means.Real:0.00} on average among real patients (who have not had it count with the whole time), after {means.Synthetic:0.00} among synthetic ones: {means.Synthetic - means.Real:+0.00;-0.00;0.00}. Where the curves cross, means may be alike and survival not.</p>");
        }

        body.Append("<figure>").Append(SurvivalPlot.Draw(survival)).Append("</figure></section>");
    }

    private static void Lesions(StringBuilder body, SafeFidelity fidelity)
    {
        if (fidelity.Lesions.Count == 0)
        {
            return;
        }

        body.Append(CultureInfo.InvariantCulture, $"<section><h2>Lesions</h2><p>Share of patients with each lesion, with 95 % intervals; the {LesionPlot.Shown(fidelity.Lesions).Count} most frequent of {fidelity.Lesions.Count}. A lesion that a node has in too few patients is counted without that node.</p><figure>")
            .Append(LesionPlot.Draw(fidelity.Lesions)).Append("</figure></section>");
        if (fidelity.Phi.Genes.Count > 2)
        {
            body.Append("<section><h2>Genes that come together</h2><p>φ of every pair of genes that are not rare. Where the two maps look alike, synthetic patients have the same genetics.</p><figure>")
                .Append(PhiPlot.Draw(fidelity.Phi)).Append("</figure></section>");
        }
    }

    private static string Number(double value) => double.IsNaN(value) ? "–" : value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Share(double value) => double.IsNaN(value) ? "an unknown part" : value.ToString("P0", CultureInfo.InvariantCulture);
}
