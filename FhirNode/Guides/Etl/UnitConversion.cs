using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>What turns a column's numbers into the dictionary's unit.</summary>
/// <param name="Factor">Multiplied; 1 leaves the source's own digits as they are.</param>
internal sealed record UnitConversion(decimal Factor)
{
    public static readonly UnitConversion None = new(1m);

    /// <summary>The conversion that a header's unit asks for, or null and a fault where none is declared.</summary>
    public static UnitConversion? Find(FeatureDefinition feature, int part, string? declared, FaultList faults)
    {
        var unit = part == 0 ? feature.Feature.Unit : null;
        if (declared is null || declared == unit)
        {
            return None;
        }

        if (part == 0 && feature.Conversions.TryGetValue(declared, out var factor))
        {
            return new UnitConversion(factor);
        }

        var known = unit is null ? "this column has no unit" : $"the guide's unit is {string.Join(", convertible are ", new[] { unit, string.Join(" ", feature.Conversions.Keys) }.Where(text => text.Length > 0))}";
        faults.Add(1, feature.Columns[part], declared, EtlRule.WrongUnit, $"The header says [{declared}]; {known}.");
        return null;
    }
}
