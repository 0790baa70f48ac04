using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace GenoMed.Fhir.R5.FhirPath.Values;

/// <summary>
/// A unit of the Unified Code for Units of Measure as a factor over its dimensions: <c>mg/dL</c> is 10 · g¹ m⁻³.
/// Units with an offset (Cel, [degF]) and logarithmic ones compare only with themselves.
/// </summary>
internal sealed class UcumUnit(decimal factor, ImmutableSortedDictionary<string, int> dimensions)
{
    private const int MaxCached = 4096;

    private static readonly ConcurrentDictionary<string, UcumUnit?> Parsed = new();

    public static readonly UcumUnit One = new(1, ImmutableSortedDictionary<string, int>.Empty);

    public decimal Factor { get; } = factor;

    private ImmutableSortedDictionary<string, int> Dimensions { get; } = dimensions;

    /// <summary>The unit of a code; null when it cannot be read or leaves the range of a decimal.</summary>
    public static UcumUnit? Parse(string code)
    {
        if (Parsed.TryGetValue(code, out var known))
        {
            return known;
        }

        var unit = new UcumParser(code).Parse();
        return Parsed.Count < MaxCached ? Parsed.GetOrAdd(code, unit) : unit;
    }

    public static UcumUnit CalendarMonths(int months) => Base("calendar month").Times(months);

    public static UcumUnit Base(string dimension) => new(1, ImmutableSortedDictionary<string, int>.Empty.Add(dimension, 1));

    public bool HasDimensionsOf(UcumUnit other) => Dimensions.SequenceEqual(other.Dimensions);

    public UcumUnit Times(decimal number) => new(Factor * number, Dimensions);

    public UcumUnit Times(UcumUnit other, int sign = 1)
    {
        var result = Dimensions;
        foreach (var (dimension, exponent) in other.Dimensions)
        {
            var sum = result.GetValueOrDefault(dimension) + (sign * exponent);
            result = sum == 0 ? result.Remove(dimension) : result.SetItem(dimension, sum);
        }

        return new UcumUnit(sign > 0 ? Factor * other.Factor : Factor / other.Factor, result);
    }

    public UcumUnit Power(int exponent)
    {
        var result = One;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            result = result.Times(this, Math.Sign(exponent));
        }

        return result;
    }
}
