using GenoMed.Fhir.Guides.Units;

namespace GenoMed.Fhir.Guides.Tests.Units;

public sealed class UcumTests
{
    [Theory]
    [InlineData("g/L", "g/dL", "0.1")]
    [InlineData("g/dL", "g/L", "10")]
    [InlineData("mg/dL", "mg/L", "10")]
    [InlineData("10*3/uL", "10*9/L", "1")]
    [InlineData("10^3/uL", "10*9/L", "1")]
    [InlineData("/uL", "10*9/L", "0.001")]
    [InlineData("{cells}/uL", "10*9/L", "0.001")]
    [InlineData("/nL", "10*9/L", "1")]
    [InlineData("10*6/L", "10*9/L", "0.001")]
    [InlineData("%", "1", "0.01")]
    [InlineData("1", "%", "100")]
    [InlineData("mo", "a", "0.0833333333333333")]
    [InlineData("d", "wk", "0.142857142857143")]
    [InlineData("ug/mL", "mg/L", "1")]
    [InlineData("nmol/L", "umol/L", "0.001")]
    [InlineData("mm[Hg]", "Pa", "133.322")]
    [InlineData("kg/m2", "g/cm2", "0.1")]
    [InlineData("mg/(24.h)", "mg/d", "1")]
    [InlineData("[IU]/L", "[iU]/L", "1")]
    [InlineData("U/L", "nkat/L", "16.6666666666667")]
    [InlineData("g/L{note}", "g/dL", "0.1")]
    public void GivenTwoUnitsOfOneDimension_WhenConverted_ThenTheFactorIsExact(string from, string to, string factor)
        => Assert.Equal(decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture), Ucum.Factor(from, to));

    [Theory]
    [InlineData("g/L", "mol/L")]
    [InlineData("g", "L")]
    [InlineData("furlong", "m")]
    [InlineData("g/", "g")]
    [InlineData("", "g")]
    [InlineData("Cel", "K")]
    [InlineData("(g", "g")]
    [InlineData("g)", "g")]
    [InlineData("{open", "1")]
    [InlineData("m0", "1")]
    public void GivenUnitsThatDoNotConvert_WhenAsked_ThenThereIsNoFactor(string from, string to) => Assert.Null(Ucum.Factor(from, to));

    [Fact]
    public void GivenAHostileText_WhenParsed_ThenItIsRefusedAndTheStackHolds()
        => Assert.Null(Ucum.Factor(new string('(', 100_000) + "g" + new string(')', 100_000), "g"));
}
