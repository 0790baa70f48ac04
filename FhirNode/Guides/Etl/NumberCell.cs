using System.Globalization;
using System.Text.RegularExpressions;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A cell with a number in the dictionary's unit, or in one that a declared factor converts.</summary>
internal sealed partial class NumberCell(FeatureDefinition feature, int part, int index, int offset, IReadOnlyCollection<string> missing, UnitConversion conversion)
    : CellParser(feature, part, index, offset, missing)
{
    protected override void Read(string text, long row, double[] values, string?[] texts, FaultList faults)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            faults.Add(row, Column, text, EtlRule.NotANumber, $"A number{In()} is expected here; use a point for decimals and leave the cell empty where it is not known.");
            return;
        }

        var (number, digits) = Convert(text, value);
        if (Complaint(number) is { } complaint)
        {
            faults.Add(row, Column, text, complaint.Rule, complaint.Remedy);
            return;
        }

        values[Offset] = number;
        texts[Offset] = digits;
    }

    /// <summary>Converted in decimal arithmetic, so that 118 g/L is 11.8 g/dL and not 11.799999999999999.</summary>
    private (double Value, string? Digits) Convert(string text, double value)
    {
        if (conversion.Factor == 1m)
        {
            return (value, JsonNumber().IsMatch(text) ? text : null);
        }

        var converted = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? (double)(exact * conversion.Factor)
            : value * (double)conversion.Factor;
        return (converted, null);
    }

    private (string Rule, string Remedy)? Complaint(double value)
    {
        if (Feature.Feature.Type == FeatureType.TimeToEvent && value < 0)
        {
            return (EtlRule.NegativeDuration, "A follow-up cannot be negative; check the two dates that it was computed from.");
        }

        if (Feature.Feature.Type == FeatureType.Count && (value < 0 || value != Math.Floor(value)))
        {
            return (EtlRule.NotANumber, "A count is a whole number, 0 or more.");
        }

        return value < Feature.LowerLimit || value > Feature.UpperLimit
            ? (EtlRule.OutOfRange, FormattableString.Invariant($"Possible are {Feature.LowerLimit} to {Feature.UpperLimit}{In()}; check the value and the unit (a header may say it, as in {Column} [{Feature.Feature.Unit}])."))
            : null;
    }

    private string In() => Feature.Feature.Unit is { } unit ? $" {unit}" : "";

    /// <summary>FHIR keeps a decimal's digits; what is already a JSON number of at most 18 digits travels unchanged.</summary>
    [GeneratedRegex(@"\A-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?\z")]
    private static partial Regex JsonNumber();
}
