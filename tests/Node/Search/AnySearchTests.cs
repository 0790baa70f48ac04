using System.Net;
using FsCheck;
using FsCheck.Fluent;

namespace GenoMed.Fhir.Node.Tests.Search;

/// <summary>Whatever a client writes into a query, it gets a searchset or an OperationOutcome that says what is wrong.</summary>
public sealed class AnySearchTests(SearchNode hospital) : IClassFixture<SearchNode>
{
    private const int Searches = 400;

    private static readonly string[] Names =
    [
        "_id", "_lastUpdated", "_tag", "_profile", "_source", "_count", "_sort", "_total", "_include", "_revinclude", "_list", "_has", "_type", "_summary", "_cursor", "_filter", "_text",
        "code", "date", "value-quantity", "code-value-string", "subject", "patient", "identifier", "code-value-quantity", "component-code-value-concept", "status", "",
    ];

    private static readonly string[] Modifiers = ["", "", "", ":not", ":missing", ":exact", ":contains", ":in", ":above", ":below", ":of-type", ":text", ":identifier", ":Patient", ":iterate", ":", "::", ":Nonsense"];

    private static readonly string[] Links = ["", "", "", "patient.", "subject:Patient.", "_has:Observation:patient:", "_has:", "has-member:Observation.", "..", "patient.organization.partof."];

    private static readonly string[] Values =
    [
        "a", "718-7", "http://loinc.org|718-7", "2020-03", "ge2020", "gt9999-12-31", "eb0001", "5.4|u|c", "1e308", "-1e-400", "1e999999999999", "true", "Patient/anna", "*", "Observation:subject",
        "' OR 1=1 --", "\"; DROP TABLE resource;", "%00", "%ED%A0%80", "%ED%A0%80%ED%B0%80", "%F0%9F%98%80", "%FF%FE", "%", "%zz", "%5C", "%5C%5C%24", "%5C,", ",", "|", "||", "|||", "$", "$$", "a$b", "a$5$c",
        "%20", "+", "0", "-1", "99999999999999999999", "bm90IGEgY3Vyc29y", "WzEsMl0", "W251bGwsbnVsbF0", "WzFlNDAwXQ", "[]", "{}", "-", "-date,,code", "é", "%E2%80%AE",
    ];

    [Fact]
    public async Task GivenAnyQuery_WhenSearched_ThenAResultOrAnOutcome()
    {
        foreach (var query in AnyQuery().Sample(Searches, 8))
        {
            await AssertAnsweredAsync($"Observation?{query}");
        }
    }

    [Theory]
    [InlineData(5000, 1)]
    [InlineData(300, 50)]
    [InlineData(1, 3000)]
    public async Task GivenVeryMuch_WhenPosted_ThenAResultOrAnOutcome(int length, int repeated)
    {
        var form = string.Join('&', Enumerable.Range(0, repeated).Select(i => $"{(i % 2 == 0 ? "code" : "code:code-text")}={new string('x', length)}{i}"));
        var answer = await hospital.Node.SendAsync("POST", "Observation/_search", form, "application/x-www-form-urlencoded");
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{answer.Status}: {answer.Text}");
    }

    [Fact]
    public async Task GivenThousandsOfAlternatives_WhenPosted_ThenInvalidFromTheBoundOn()
    {
        (await PostAsync(2000)).ShouldBe(HttpStatusCode.OK);
        Assert.Contains("2000", (await PostAsync(2001)).ShouldBe(HttpStatusCode.BadRequest).Text, StringComparison.Ordinal);

        Task<Support.Answer> PostAsync(int values)
            => hospital.Node.SendAsync("POST", "Observation/_search", "code:code-text=" + string.Join(',', Enumerable.Range(0, values).Select(i => $"v{i}")), "application/x-www-form-urlencoded");
    }

    private async Task AssertAnsweredAsync(string url)
    {
        var answer = await hospital.Node.GetAsync(url);
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{url}\n{answer.Status}: {answer.Text}");
        Assert.Equal(answer.Status == HttpStatusCode.OK ? "Bundle" : "OperationOutcome", answer.Json.GetProperty("resourceType").GetString());
    }

    private static Gen<string> AnyQuery()
    {
        var value = Gen.Elements(Values).NonEmptyListOf().Select(parts => string.Concat(parts.Take(3)));
        var pair = from link in Gen.Elements(Links)
                   from name in Gen.Elements(Names)
                   from modifier in Gen.Elements(Modifiers)
                   from text in value
                   select $"{link}{name}{modifier}={text}";
        return pair.NonEmptyListOf().Select(pairs => string.Join('&', pairs.Take(3)));
    }
}
