using System.Globalization;
using System.Text;
using GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

namespace GenoMed.Fhir.Manager.Safe.Page;

/// <summary>The synthetic control arm: what a treatment seems to do by real and by synthetic controls.</summary>
internal static class ControlArmTable
{
    public static void Write(StringBuilder body, ClinicalReport clinical)
    {
        var effects = ControlArmSummary.Of(clinical.ControlArm);
        if (effects.Count == 0)
        {
            return;
        }

        body.Append("<section><h2>Synthetic patients as controls</h2><p>Real patients are given a treatment on paper, those with a better outlook more often, and are compared with controls out of real and out of synthetic patients. The two hazard ratios should be alike; below 1 the treatment seems to help.</p><table><thead><tr><th>what the treatment was made to do</th><th>controls</th><th>by real ones</th><th>by synthetic ones</th><th>same conclusion</th></tr></thead><tbody>");
        foreach (var effect in effects)
        {
            var planted = effect.PlantedHazardRatio == 1 ? "nothing" : string.Create(CultureInfo.InvariantCulture, $"hazard times {effect.PlantedHazardRatio:0.##}");
            Row(body, planted, "matched", effect.RealHazardRatio, effect.SyntheticHazardRatio, effect.SameConclusion, effect.Trials);
            Row(body, "", "weighted", effect.WeightedRealHazardRatio, effect.WeightedSyntheticHazardRatio, effect.SameConclusionWeighted, effect.Trials);
        }

        body.Append("</tbody></table><p class=\"note\">Hazard ratios are means of the trials. Both ways make patients comparable in the known prognostic factors only, and compare groups, which brings a ratio nearer to 1 than what a treatment does to one patient.</p></section>");
    }

    private static void Row(StringBuilder body, string planted, string controls, double real, double synthetic, int same, int trials) => body.Append(
        CultureInfo.InvariantCulture, $"<tr><td>{planted}</td><td>{controls}</td><td>{Number(real)}</td><td>{Number(synthetic)}</td><td>{same} of {trials}</td></tr>");

    private static string Number(double value) => double.IsNaN(value) ? "–" : value.ToString("0.00", CultureInfo.InvariantCulture);
}
