using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Tests.Search;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("Rossi", "rossi")]
    [InlineData("JOSÉ", "jose")]
    [InlineData("Jose\u0301", "jose")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Ångström", "angstrom")]
    [InlineData("Nguyễn", "nguyen")]
    [InlineData("Иванов", "иванов")]
    [InlineData("×÷", "×÷")]
    [InlineData("", "")]
    public void GivenAText_WhenFolded_ThenWithoutCaseAndAccents(string text, string expected)
    {
        Assert.Equal(expected, TextFolding.Fold(text));
        Assert.Equal(expected, TextFolding.Fold(expected));
    }
}
