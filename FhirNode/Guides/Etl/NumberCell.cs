using System.Globalization;
using System.Text.RegularExpressions;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A cell with a number in the dictionary's unit, or in one that a factor converts.</summary>
internal sealed partial class NumberCell(CellTarget target, int field, UnitConversion conversion, NumberFormat format) : CellParser(target, field)
{
    protected override void Read(string text, long row, double[] values, string?[] texts, FaultList faults)
    {
        var plain = format.Plain(text);
        if (!double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            faults.Add(row, Target.Column, text, EtlRule.NotANumber, $"A number{NumberRules.In(Target.Feature)} is expected here; use '{format.Point}' for decimals and leave the cell empty where it is not known.");
            return;
        }

        var (number, digits) = Convert(plain, value);
        if (NumberRules.Accept(Target, number, text, row, faults))
        {
            (values[Target.Offset], texts[Target.Offset]) = (number, digits);
        }
    }

    /// <summary>Converted in decimal arithmetic, so that 118 g/L is 11.8 g/dL and not 11.799999999999999.</summary>
    private (double Value, string? Digits) Convert(string text, double value)
    {
        if (conversion.Factor == 1m)
        {
            return (value, Target.Feature.Feature.Type != FeatureType.Vector && JsonNumber().IsMatch(text) ? text : null);
        }

        return (conversion.Apply(text, value), null);
    }

    /// <summary>FHIR keeps a decimal's digits; what is already a JSON number of at most 18 digits travels unchanged.</summary>
    [GeneratedRegex(@"\A-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?\z")]
    private static partial Regex JsonNumber();
}
