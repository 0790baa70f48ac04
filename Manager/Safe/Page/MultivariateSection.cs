using System.Globalization;
using System.Text;
using GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>The tables as a whole.</summary>
internal static class MultivariateSection
{
    public static void Write(StringBuilder body, SafeReport report)
    {
        if (report.Multivariate is not { } whole)
        {
            return;
        }

        body.Append("<h2>All features together</h2><p>Whether a computer can tell synthetic from real patients by all features at once, and whether synthetic patients cover the real ones.</p><table><thead><tr><th>measure</th><th>found</th><th class=\"words\" style=\"text-align:left\">what it says</th></tr></thead><tbody>");
        Row(body, "classifier, logistic regression", Area(whole.LogisticArea), "0.5: it cannot tell them apart. It sees features one by one.");
        Row(body, "classifier, neural network", Area(whole.NetworkArea), "0.5: it cannot tell them apart. It sees features together.");
        Row(body, "pMSE ratio", Text(whole.PropensityRatio), Samples(report, whole));
        Row(body, "MMD, squared", whole.MeanDiscrepancy.ToString("0.00000", CultureInfo.InvariantCulture), "About 0 for two samples of the same patients.");
        Row(body, "α-precision", Text(whole.AlphaPrecision), "1: synthetic patients lie where real ones do.");
        Row(body, "β-recall", Text(whole.BetaRecall), "Near 1: synthetic patients reach all kinds of real ones.");
        Row(body, "authenticity", Text(whole.Authentic.Rate), "Share of synthetic patients that are no near copy of one real patient.");
        body.Append("</tbody></table>");
        if (report.Nodes.Count > 1)
        {
            body.Append("<p class=\"note\">Means over the nodes, weighted by patients. Each compares the whole set with its own patients: with fewer of them β-recall is higher, and no number is that of all patients together.</p>");
        }
    }

    private static void Row(StringBuilder body, string name, string value, string meaning)
        => body.Append(CultureInfo.InvariantCulture, $"<tr><td>{name}</td><td>{value}</td><td class=\"words\">{meaning}</td></tr>");

    /// <summary>What chance gives: without an error of the model, and for other patients of the same population, as many as the synthetic ones.</summary>
    private static string Samples(SafeReport report, MultivariateReport whole) => "About 1 for patients drawn of a right model of the real ones"
        + (report.Nodes.Count == 1 ? string.Create(CultureInfo.InvariantCulture, $", {1 + (whole.SyntheticRows / (double)whole.RealRows):0.0} for as many other real patients.") : "; more for other real patients.");

    private static string Area(AreaUnderCurve area) => string.Create(CultureInfo.InvariantCulture, $"{area.Value:0.000} ({area.Interval.Lower:0.000} to {area.Interval.Upper:0.000})");

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
