using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>What holds of any number: an impossible one is rejected, an implausible one flagged and kept.</summary>
internal static class NumberRules
{
    /// <summary>False where the number was rejected; the fault says why.</summary>
    public static bool Accept(CellTarget target, double value, string text, long row, FaultList faults)
    {
        if (Complaint(target, value) is { } complaint)
        {
            faults.Add(row, target.Column, text, complaint.Rule, complaint.Remedy);
            return false;
        }

        var feature = target.Feature;
        if (value < feature.Feature.Minimum || value > feature.Feature.Maximum)
        {
            faults.Flag(row, target.Column, text, EtlRule.Implausible, FormattableString.Invariant($"Plausible are {feature.Feature.Minimum} to {feature.Feature.Maximum}{In(feature)}; the value is kept."));
        }

        return true;
    }

    public static string In(FeatureDefinition feature) => feature.Feature.Unit is { } unit ? $" {unit}" : "";

    private static (string Rule, string Remedy)? Complaint(CellTarget target, double value)
    {
        var feature = target.Feature;
        if (feature.Feature.Type == FeatureType.TimeToEvent && value < 0)
        {
            return (EtlRule.NegativeDuration, "A follow-up cannot be negative; check the two dates that it was computed from.");
        }

        if (feature.Feature.Type == FeatureType.Count && (value < 0 || value != Math.Floor(value)))
        {
            return (EtlRule.NotANumber, "A count is a whole number, 0 or more.");
        }

        return value < feature.LowerLimit || value > feature.UpperLimit
            ? (EtlRule.OutOfRange, FormattableString.Invariant($"Possible are {feature.LowerLimit} to {feature.UpperLimit}{In(feature)}; check the value and the unit (a header may say it, as in {target.Column} [{feature.Feature.Unit}])."))
            : null;
    }
}
