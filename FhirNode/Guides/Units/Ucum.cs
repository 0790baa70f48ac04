using System.Globalization;

namespace GenoMed.Fhir.Guides.Units;

/// <summary>
/// Converts between UCUM units of one dimension (https://ucum.org/ucum, §§ 4–6 for the grammar): prefixes, products,
/// quotients, exponents, powers of ten (<c>10*9/L</c>) and annotations (<c>{cells}/uL</c>). Units that need more
/// than a factor (Cel, [degF], pH) are not known; mass to amount of substance needs the molar mass, which the
/// dictionary declares.
/// </summary>
public static class Ucum
{
    /// <summary>Digits that a factor keeps, so that 118 g/L is 11.8 g/dL and not 11.799999999999999.</summary>
    private const int Digits = 15;

    /// <summary>What a number in <paramref name="from"/> is multiplied by to be in <paramref name="to"/>; null where either is unknown or they measure different things.</summary>
    public static decimal? Factor(string from, string to)
    {
        if (UcumParser.Parse(from) is not { } source || UcumParser.Parse(to) is not { } target || !source.SameDimension(target))
        {
            return null;
        }

        var factor = source.Factor / target.Factor;
        return Math.Abs(factor) is > 1e-20 and < 1e20 ? Exact(factor) : null;
    }

    private static decimal Exact(double factor)
        => decimal.Parse(factor.ToString($"G{Digits}", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
}
