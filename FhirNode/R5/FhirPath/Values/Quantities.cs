namespace GenoMed.Fhir.R5.FhirPath.Values;

/// <summary>Order and equivalence of quantities over UCUM and calendar durations; null where the units do not compare.</summary>
internal static class Quantities
{
    public static int? Compare(FhirPathQuantity left, FhirPathQuantity right)
        => left.Unit == right.Unit ? left.Value.CompareTo(right.Value)
            : Canonical(left, false) is { } a && Canonical(right, false) is { } b && a.Unit.HasDimensionsOf(b.Unit) ? a.Value.CompareTo(b.Value)
            : null;

    public static bool AreComparable(FhirPathQuantity left, FhirPathQuantity right)
        => Canonical(left, false) is { } a && Canonical(right, false) is { } b && a.Unit.HasDimensionsOf(b.Unit);

    /// <summary>In the unit of the left one and rounded to the less precise; a calendar month is like a UCUM month here.</summary>
    public static bool AreEquivalent(FhirPathQuantity left, FhirPathQuantity right)
    {
        var (a, b) = (Convert(left, right.Unit, true), Convert(right, left.Unit, true));
        return (a is { } first && Numbers.AreEquivalent(first, right.Value)) || (b is { } second && Numbers.AreEquivalent(left.Value, second));
    }

    /// <summary>The magnitude in another unit, or null.</summary>
    public static decimal? ConvertTo(FhirPathQuantity quantity, string unit) => Convert(quantity, unit, false);

    private static decimal? Convert(FhirPathQuantity quantity, string unit, bool isEquivalence)
    {
        if (quantity.Unit == unit)
        {
            return quantity.Value;
        }

        return Canonical(quantity, isEquivalence) is { } from && Canonical(new FhirPathQuantity(1, unit), isEquivalence) is { } one && from.Unit.HasDimensionsOf(one.Unit)
            ? from.Value / one.Value
            : null;
    }

    // A calendar year is twelve calendar months, but neither is a definite time (FHIRPath 2.0 §6.1.1).
    private static (decimal Value, UcumUnit Unit)? Canonical(FhirPathQuantity quantity, bool isEquivalence)
    {
        var calendar = CalendarUnit.OfKeyword(quantity.Unit);
        var unit = calendar switch
        {
            { Months: > 0 } when !isEquivalence => UcumUnit.CalendarMonths(calendar.Months),
            { } definite => UcumUnit.Parse(definite.Ucum),
            null => UcumUnit.Parse(quantity.Unit),
        };
        try
        {
            return unit is null ? null : (quantity.Value * unit.Factor, unit);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
