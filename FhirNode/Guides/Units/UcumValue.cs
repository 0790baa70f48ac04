namespace GenoMed.Fhir.Guides.Units;

/// <summary>A unit in base units: a factor and the exponents of metre, gram, second, kelvin, mole, radian and international unit.</summary>
internal sealed record UcumValue(double Factor, int[] Exponents)
{
    public const int Dimensions = 7;

    public static readonly UcumValue One = new(1, new int[Dimensions]);

    public UcumValue Times(UcumValue other) => new(Factor * other.Factor, [.. Exponents.Zip(other.Exponents, (a, b) => a + b)]);

    public UcumValue Power(int exponent) => new(Math.Pow(Factor, exponent), [.. Exponents.Select(e => e * exponent)]);

    public UcumValue Scaled(double by) => this with { Factor = Factor * by };

    public bool SameDimension(UcumValue other) => Exponents.AsSpan().SequenceEqual(other.Exponents);
}
