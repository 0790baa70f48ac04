using FsCheck;
using FsCheck.Fluent;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.FhirPath;

public sealed class FhirPathParserTests
{
    private static readonly string[] Pieces =
    [
        "name", "Patient", ".", "(", ")", "[", "]", "{", "}", "'a'", "'", "`", "@", "@2015", "@T1", "1", "1.5", "9999999999", "%", "%x", "$this", "$x", "+", "-", "*", "/", "|", "&",
        "=", "!=", "~", "<", ">", " and ", " or ", " is ", " as ", " in ", " contains ", " div ", " day", ",", "where(", "select(", "repeat(", "iif(", "matches(", "join(", " 'm{'", " 'g/(d'", " 'Ym12'", "\\u00", "//", "/*", " ", "\0", "é",
    ];

    private static readonly Resource Patient = Resource.Parse("""{"resourceType":"Patient","id":"1","name":[{"family":"a","given":["b","c"]}],"birthDate":"1970-06"}"""u8.ToArray());

    [Fact]
    public void GivenAnyText_WhenParsed_ThenAResultOrAFhirPathException()
        => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => IsHandled(text ?? string.Empty)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void GivenAnySequenceOfTokens_WhenParsedAndEvaluated_ThenAResultOrAFhirPathException()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(texts, IsHandled).Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithEndSize(30));
    }

    [Theory]
    [InlineData("(", 100_000)]
    [InlineData("-", 100_000)]
    [InlineData("a.", 30_000)]
    [InlineData("1+", 30_000)]
    [InlineData("a[", 30_000)]
    [InlineData("not(", 10_000)]
    [InlineData("iif(true,", 7_000)]
    public void GivenHostileNesting_WhenParsed_ThenAnErrorAndNoStackOverflow(string piece, int count)
        => Assert.Throws<FhirPathException>(() => FhirPathExpression.Parse(string.Concat(Enumerable.Repeat(piece, count)) + "1"));

    [Theory]
    [InlineData("name.", 5)]
    [InlineData("name.foo()", 5)]
    [InlineData("name.where()", 5)]
    [InlineData("1 = 'a", 4)]
    [InlineData("a ! b", 2)]
    [InlineData("name.``", 5)]
    public void GivenWrongText_WhenParsed_ThenTheErrorNamesThePosition(string text, int position)
        => Assert.Equal(position, Assert.Throws<FhirPathException>(() => FhirPathExpression.Parse(text)).Position);

    [Theory]
    [InlineData("'a'.repeat($this & $this)")]
    [InlineData("1.repeat($this + 1).count()")]
    [InlineData("name.repeatAll($this).count()")]
    [InlineData("'aaaaaaaaaa'.replace('', 'aaaaaaaaaa').replace('', 'aaaaaaaaaa').replace('', 'aaaaaaaaaa').replace('', 'aaaaaaaaaa').replace('', 'aaaaaaaaaa').replace('', 'aaaaaaaaaa').length()")]
    public void GivenAnExpressionThatGrowsForEver_WhenEvaluated_ThenItEndsWithAnError(string text)
    {
        var expression = FhirPathExpression.Parse(text);
        Assert.Throws<FhirPathException>(() => expression.Evaluate(Patient, FhirPathContext.Default with { MaxSteps = 100_000 }));
    }

    private static bool IsHandled(string text)
    {
        try
        {
            FhirPathExpression.Parse(text).Evaluate(Patient, FhirPathContext.Default with { MaxSteps = 10_000 });
            return true;
        }
        catch (FhirPathException)
        {
            return true;
        }
    }
}
