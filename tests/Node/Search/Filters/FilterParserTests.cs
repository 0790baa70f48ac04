using FsCheck;
using FsCheck.Fluent;
using GenoMed.Fhir.Node.Search;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Tests.Search.Filters;

public sealed class FilterParserTests
{
    private static readonly string[] Pieces =
    [
        "patient", "code", "status", "subject:Patient", "family", "_has:Observation:patient:", "_id", "date", "value-quantity", "code-value-quantity", ".", "[", "]", "(", ")", " ", " ", " and ", " or ", "not ",
        " eq ", " ne ", " pr ", " in ", " ni ", " ss ", " co ", " po ", " re ", "true", "false", "2020-01", "loinc|718-7", "5.4|ucum|mg", "http://hl7.org/fhir/ValueSet/observation-status",
        "\"a b\"", "\"\\u00e9\"", "\"", "\\", "\\ud800", "'; DROP TABLE resource; --", "\0", "\ud800", "é", "|", "$", ",",
    ];

    private static Gen<string> Texts => from pieces in Gen.OneOf(Gen.Elements(Pieces), ArbMap.Default.GeneratorFor<string>().Where(text => text is not null)).ListOf() select string.Concat(pieces);

    [Fact]
    public void GivenAnyText_WhenReadAsAFilter_ThenItIsReadOrRefusedAsASearch() => Prop.ForAll(
        Texts.ToArbitrary(),
        text =>
        {
            foreach (var type in new[] { "Observation", "Patient", SearchQuery.AnyType })
            {
                try
                {
                    _ = Parse(type, text);
                }
                catch (OperationProblem problem)
                {
                    Assert.All(problem.Issues, issue => Assert.Equal("_filter", issue.Expression));
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("family", "Character 7", "expected one of eq, ne")]
    [InlineData("family is x", "Character 8", "expected one of eq, ne")]
    [InlineData("family eq", "Character 8", "and a value")]
    [InlineData("family eq ", "Character 11", "found the end")]
    [InlineData("family eq \"x", "Character 11", "no closing quote")]
    [InlineData("family eq \"\\q\"", "Character 13", "no escape")]
    [InlineData("family eq \"\\u12\"", "Character 13", "four hexadecimal")]
    [InlineData("family eq \"\\ud800\"", "Character 11", "surrogate")]
    [InlineData("family eq \"\\u0000\"", "Character 11", "U+0000")]
    [InlineData("(family eq x", "Character 13", "expected ')'")]
    [InlineData("family eq x)", "Character 12", "expected and, or")]
    [InlineData("family eq x gender eq y", "Character 13", "expected and, or")]
    [InlineData("not family eq x", "Character 5", "expected '('")]
    [InlineData("gender eq male and ", "Character 20", "name of a search parameter")]
    [InlineData("organization[name eq x] eq y", "Character 24", "expected '.'")]
    [InlineData("famly eq x", "Character 1", "Nearest: family")]
    [InlineData("gender eq male and famly eq x", "Character 20", "no search parameter 'famly'")]
    [InlineData("gender sw m", "Character 1", "'gender' (token) does not take 'sw'; it takes eq, ne, ss, sb, in, ni, pr")]
    [InlineData("_id pr true", "Character 1", "it takes eq, ne")]
    [InlineData("birthdate co x", "Character 1", "'x' is not a date")]
    [InlineData("birthdate eq ge2020", "Character 1", "not a date")]
    [InlineData("gender pr maybe", "Character 1", "not true or false")]
    [InlineData("gender:not eq male", "Character 1", "operators, not modifiers")]
    [InlineData("general-practitioner.name co x", "Character 1", "ambiguous")]
    [InlineData("gender.name co x", "Character 1", "no reference")]
    [InlineData("_has:Nonsense:patient:code eq x", "Character 1", "not a resource type")]
    [InlineData("_has:Observation:code eq x", "Character 22", "_has:[type]:[reference]:[name]")]
    [InlineData("_filter eq x", "Character 1", "not supported")]
    [InlineData("organization.partof.partof.partof.partof.partof.partof.partof.name co x", "Character 1", "at most 6 references")]
    public void GivenAFilterThatCannotBe_WhenRead_ThenItSaysWhereAndWhy(string filter, string where, string why)
    {
        var issue = Assert.Single(Assert.Throws<OperationProblem>(() => Parse("Patient", filter)).Issues);
        Assert.Equal("_filter", issue.Expression);
        Assert.StartsWith(where + " of the filter", issue.Diagnostics, StringComparison.Ordinal);
        Assert.Contains(why, issue.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenEndlessNesting_WhenRead_ThenRefused()
    {
        foreach (var (open, close) in new[] { ("(", ")"), ("not (", ")"), ("organization[", "].name eq x") })
        {
            var filter = string.Concat(Enumerable.Repeat(open, 50_000)) + "name eq x" + string.Concat(Enumerable.Repeat(close, 50_000));
            Assert.Contains("levels within each other", Assert.Throws<OperationProblem>(() => Parse("Patient", filter)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void GivenTooManyTests_WhenRead_ThenRefused()
        => Assert.Contains("at most 100 tests", Assert.Throws<OperationProblem>(() => Parse("Patient", string.Join(" or ", Enumerable.Repeat("_id eq x", 101)))).Message, StringComparison.Ordinal);

    [Fact]
    public void GivenPathsOverOtherTypes_WhenRead_ThenTheyAreKnownForTheScopes()
        => Assert.Equal(
            ["Observation", "Organization", "Practitioner"],
            Parse("Patient", "organization[name pr true].partof.name co x or not (_has:Observation:patient:performer:Practitioner.name eq y)").ChainedTypes.Order());

    private static ParsedSearch Parse(string type, string filter)
        => SearchQueryParser.Parse(type, [KeyValuePair.Create("_filter", filter)], new SearchParserOptions { MaximumValues = 1_000_000 });
}
