using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Tests.Expressions;

public sealed class ExpressionTests
{
    private static readonly double[] Row = [3, double.NaN, 1, 0];

    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("-a * 2", -6)]
    [InlineData("8 / 2 / 2", 2)]
    [InlineData("min(a, 2) + max(1, a)", 5)]
    [InlineData("round(2.345, 2)", 2.35)]
    [InlineData("round(2.345, 99)", 2.345)]
    [InlineData("round(1234, -2)", 1200)]
    [InlineData("round(1234, -400)", 0)]
    [InlineData("round(exp(a * 50), 2) > 1", 1)]
    [InlineData("round(1 / 0, 2) > 1", 1)]
    [InlineData("if(a > 2, 10, 20)", 10)]
    [InlineData("colour == 'green'", 1)]
    [InlineData("colour != 'green'", 0)]
    [InlineData("not zero and a >= 3", 1)]
    [InlineData("known(missing) + known(a)", 1)]
    [InlineData("coalesce(missing, a)", 3)]
    public void GivenValues_WhenEvaluated_ThenPrecedenceAndFunctionsHold(string text, double expected)
        => Assert.Equal(expected, Evaluate(text), 12);

    [Theory]
    [InlineData("missing + 1")]
    [InlineData("missing > 1")]
    [InlineData("zero or missing")]
    [InlineData("colour and missing")]
    [InlineData("not missing")]
    [InlineData("min(missing, a)")]
    [InlineData("round(a, missing)")]
    public void GivenMissingInput_WhenItDecides_ThenTheResultIsMissing(string text)
        => Assert.True(double.IsNaN(Evaluate(text)));

    [Theory]
    [InlineData("a or missing", 1)]
    [InlineData("zero and missing", 0)]
    public void GivenMissingInput_WhenItCannotMatter_ThenTheResultIsKnown(string text, double expected)
        => Assert.Equal(expected, Evaluate(text));

    [Theory]
    [InlineData("b + 1", "'b'")]
    [InlineData("a +", "Expected")]
    [InlineData("colour == 'pink'", "no category 'pink'")]
    [InlineData("frobnicate(a)", "not a function")]
    [InlineData("a ? 1", "not understood")]
    [InlineData("1 2", "Expected")]
    [InlineData("colour == 'green", "not closed")]
    public void GivenWrongText_WhenCompiled_ThenTheMessageQuotesIt(string text, string says)
        => Assert.Contains(says, Assert.Throws<ExpressionException>(() => Evaluate(text)).Message);

    [Fact]
    public void GivenHostileNesting_WhenCompiled_ThenItIsRefused()
        => Assert.Throws<ExpressionException>(() => Evaluate(new string('(', 100_000)));

    [Fact]
    public void GivenAChainThatWouldOverflowTheStack_WhenCompiled_ThenItIsRefused()
    {
        Assert.Equal(-8_000, Evaluate("0" + string.Concat(Enumerable.Repeat("-1", 8_000))));
        Assert.Contains("at most 16384 characters", Assert.Throws<ExpressionException>(() => Evaluate("0" + string.Concat(Enumerable.Repeat("-1", 500_000)))).Message, StringComparison.Ordinal);
    }

    private static double Evaluate(string text) => Expression.Compile(text, new Symbols()).Evaluate(Row);

    private sealed class Symbols : ISymbols
    {
        public int? Slot(string variable) => Array.IndexOf(["a", "missing", "colour", "zero"], variable) is var i && i >= 0 ? i : null;

        public double? Category(string variable, string code)
            => variable == "colour" && Array.IndexOf(["red", "green"], code) is var i && i >= 0 ? i : null;
    }
}
