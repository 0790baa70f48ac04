using FsCheck;
using FsCheck.Fluent;
using GenoMed.Fhir.Node.Search;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Tests.Search.Texts;

public sealed class TextExpressionReaderTests
{
    private static readonly string[] Pieces = ["bone", "marrow", " ", " ", "(", ")", "\"", "*", "and", "or", "NOT", "not ", " or ", "C79.5", "é", "\0", "\ud800", "'", "--", ":", "|", ","];

    private static Gen<string> Texts => from pieces in Gen.OneOf(Gen.Elements(Pieces), ArbMap.Default.GeneratorFor<string>().Where(text => text is not null)).ListOf() select string.Concat(pieces);

    [Fact]
    public void GivenAnyText_WhenRead_ThenItsWordsOrAProblemOfTheSearch() => Prop.ForAll(
        Texts.ToArbitrary(),
        text =>
        {
            try
            {
                Assert.All(Parse(text).Query.Clauses.SelectMany(Leaves), filter => Assert.All(filter.Words, word => Assert.True(word.All(letter => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)))));
            }
            catch (OperationProblem problem)
            {
                Assert.All(problem.Issues, issue => Assert.Equal("_content", issue.Expression));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void GivenEndlessNesting_WhenRead_ThenRefused()
    {
        Assert.Contains("16 levels", Assert.Throws<OperationProblem>(() => Parse(new string('(', 100_000))).Message, StringComparison.Ordinal);
        Assert.Contains("negations", Assert.Throws<OperationProblem>(() => Parse(string.Concat(Enumerable.Repeat("not ", 49)) + "x")).Message, StringComparison.Ordinal);
        Assert.Contains("50 terms", Assert.Throws<OperationProblem>(() => Parse(string.Concat(Enumerable.Repeat("x ", 51)))).Message, StringComparison.Ordinal);
    }

    private static ParsedSearch Parse(string text) => SearchQueryParser.Parse("Patient", [KeyValuePair.Create("_content", text)], new SearchParserOptions { FullText = true });

    private static IEnumerable<TextFilter> Leaves(SearchFilter filter) => filter switch
    {
        TextFilter text => [text],
        AllFilter all => all.Filters.SelectMany(Leaves),
        AnyFilter any => any.Filters.SelectMany(Leaves),
        NotFilter not => Leaves(not.Filter),
        _ => throw new ArgumentException($"{filter} is no text.", nameof(filter)),
    };
}
