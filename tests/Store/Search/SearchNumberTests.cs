using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Tests.Search;

public sealed class SearchNumberTests
{
    [Theory]
    [InlineData("100", 99.5, 100.5)]
    [InlineData("100.00", 99.995, 100.005)]
    [InlineData("1e2", 50, 150)]
    [InlineData("5.40e-1", 0.5395, 0.5405)]
    [InlineData("-3", -3.5, -2.5)]
    [InlineData("1e-99999999999", 0, 0)]
    public void GivenDigits_WhenRead_ThenTheRangeTheyLeaveOpen(string text, double low, double high)
    {
        var number = SearchNumber.TryParse(text)!.Value;
        Assert.Equal(low, number.Low, 12);
        Assert.Equal(high, number.High, 12);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("1e99999999999")]
    public void GivenNoNumber_WhenRead_ThenNull(string text) => Assert.Null(SearchNumber.TryParse(text));
}
