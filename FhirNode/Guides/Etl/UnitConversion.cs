using System.Globalization;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Units;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>What turns a column's numbers into the dictionary's unit.</summary>
/// <param name="Factor">Multiplied; 1 leaves the source's own digits as they are.</param>
internal sealed record UnitConversion(decimal Factor)
{
    public static readonly UnitConversion None = new(1m);

    /// <summary>Converts in decimal arithmetic where the text allows it.</summary>
    public double Apply(string text, double value)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? (double)(exact * Factor) : value * (double)Factor;

    /// <summary>The factor from a unit to the feature's: the one that the dictionary declares, else UCUM's own; null where there is none.</summary>
    public static decimal? FactorFrom(FeatureDefinition feature, string from)
        => from == feature.Feature.Unit ? 1m
        : feature.Conversions.TryGetValue(from, out var declared) ? declared
        : feature.Feature.Unit is { } unit ? Ucum.Factor(from, unit) : null;

    /// <summary>The conversion that a header's or a site file's unit asks for, or null and a fault where there is none.</summary>
    public static UnitConversion? Find(FeatureDefinition feature, int part, string column, string? declared, FaultList faults)
    {
        if (declared is null)
        {
            return None;
        }

        if (part == 0 && FactorFrom(feature, declared) is { } factor)
        {
            return new UnitConversion(factor);
        }

        var unit = part == 0 ? feature.Feature.Unit : null;
        var known = unit is null ? "this column has no unit" : $"the guide's unit is {string.Join(", convertible are ", new[] { unit, string.Join(" ", feature.Conversions.Keys) }.Where(text => text.Length > 0))} and UCUM units of its dimension";
        faults.Add(1, column, declared, EtlRule.WrongUnit, $"The header or site file says [{declared}]; {known}.");
        return null;
    }
}
