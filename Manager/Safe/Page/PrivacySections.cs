using System.Globalization;
using System.Text;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>Whether synthetic patients point to real ones.</summary>
internal static class PrivacySections
{
    public static void Write(StringBuilder body, SafeReport report)
    {
        if (report.Privacy is { } privacy)
        {
            Distances(body, privacy);
        }

        if (report.Attacks is { } attacks)
        {
            var limit = new PrivacyGateOptions().MaximumAttackRisk;
            body.Append(CultureInfo.InvariantCulture, $"<section><h2>Attacks</h2><p>What an attacker with the synthetic set learns about training patients beyond what it tells of any patient (0: nothing). The red line is the largest risk of a release, {limit:0.00}; a gate fails where the risk lies above it beyond chance.</p><figure>")
                .Append(RiskPlot.Draw(attacks, limit)).Append("</figure></section>");
        }
    }

    private static void Distances(StringBuilder body, PrivacyReport privacy)
    {
        var holdOut = privacy.HoldOut;
        body.Append("<h2>Nearest patients</h2><p>How far each synthetic patient is from the most similar training patient (DCR), and whether it points to that one alone (NNDR: near 0 it does, near 1 the second most similar is as near). Synthetic patients should not be nearer than real patients whom the generator never saw. Upright lines are medians. Best: DCR and NNDR no lower than the hold-out's, copies no more.</p><div class=\"two\">")
            .Append(DistancePlot.Draw("Distance to the closest (DCR)", privacy.ToTraining.Dcr, holdOut?.ToTraining.Dcr))
            .Append(DistancePlot.Draw("Closest over second closest (NNDR)", privacy.ToTraining.Nndr, holdOut?.ToTraining.Nndr))
            .Append("</div><table><thead><tr><th>measure</th><th>synthetic</th><th>hold-out</th></tr></thead><tbody>");
        Row(body, "median DCR", privacy.ToTraining.Dcr.Median, holdOut?.ToTraining.Dcr.Median);
        Row(body, "5th percentile of DCR", privacy.ToTraining.Dcr.FifthPercentile, holdOut?.ToTraining.Dcr.FifthPercentile);
        Row(body, "median NNDR", privacy.ToTraining.Nndr.Median, holdOut?.ToTraining.Nndr.Median);
        Row(body, "5th percentile of NNDR", privacy.ToTraining.Nndr.FifthPercentile, holdOut?.ToTraining.Nndr.FifthPercentile);
        Row(body, "exact copies of a training patient", privacy.ToTraining.Copies.Rate, holdOut?.ToTraining.Copies.Rate);
        body.Append("</tbody></table>");
        if (holdOut is not null)
        {
            var (distance, calibrated) = (holdOut.MembershipInference.Distance, holdOut.MembershipInference.Calibrated);
            body.Append(CultureInfo.InvariantCulture, $"<p>{holdOut.NearerToTraining.Nearer.Rate:P1} of the synthetic patients are nearer to a training patient than to one of as many others (50 % is best). Told by distance, an attacker ranks a training patient above another with probability {distance.Value:0.000} ({distance.Interval.Lower:0.000} to {distance.Interval.Upper:0.000}); told by distance against a reference, {calibrated.Value:0.000} ({calibrated.Interval.Lower:0.000} to {calibrated.Interval.Upper:0.000}). 0.5 is guessing.</p>");
        }
    }

    private static void Row(StringBuilder body, string name, double synthetic, double? holdOut)
        => body.Append(CultureInfo.InvariantCulture, $"<tr><td>{name}</td><td>{synthetic:0.0000}</td><td>{(holdOut is { } known ? known.ToString("0.0000", CultureInfo.InvariantCulture) : "–")}</td></tr>");
}
