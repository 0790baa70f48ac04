using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Tests.Search;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("a,b", "a", "b")]
    [InlineData(@"a\,b,c", @"a\,b", "c")]
    [InlineData(@"a\\,b", @"a\\", "b")]
    [InlineData("", "")]
    [InlineData(@"a\", @"a\")]
    public void GivenEscapes_WhenSplit_ThenOnlyBareSeparatorsCount(string text, params string[] expected)
        => Assert.Equal(expected, SearchText.Split(text, ','));

    [Theory]
    [InlineData(@"a\,b\|c\$d\\e", @"a,b|c$d\e")]
    [InlineData(@"a\nb", @"a\nb")]
    [InlineData(@"a\", @"a\")]
    public void GivenEscapes_WhenUndone_ThenOnlyThoseOfTheSpecification(string text, string expected)
        => Assert.Equal(expected, SearchText.Unescape(text));
}
