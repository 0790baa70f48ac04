using System.Net;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Interactions;

public sealed class SearchInteractionTests : IAsyncLifetime
{
    private TestNode _node = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync();
        foreach (var n in Enumerable.Range(0, 5))
        {
            await _node.PutAsync($"Patient/p{n}", $$"""{"resourceType":"Patient","id":"p{{n}}","gender":"female","identifier":[{"system":"urn:s","value":"{{n}}"}]}""");
        }
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Fact]
    public async Task GivenToken_WhenSearchedByGetAndPost_ThenTheSameMatch()
    {
        var get = (await _node.GetAsync("Patient?identifier=urn:s%7C3")).ShouldBe(HttpStatusCode.OK).Json;
        var post = (await _node.SendAsync("POST", "Patient/_search", "identifier=urn%3As%7C3", "application/x-www-form-urlencoded")).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal("p3", get.GetProperty("entry")[0].GetProperty("resource").GetProperty("id").GetString());
        Assert.Equal($"{_node.Base}Patient/p3", get.GetProperty("entry")[0].GetProperty("fullUrl").GetString());
        Assert.Equal(get.GetProperty("entry").ToString(), post.GetProperty("entry").ToString());
        Assert.Equal(1, get.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task GivenPages_WhenFollowed_ThenEveryMatchOnce()
    {
        var ids = new List<string>();
        for (var url = "Patient?gender=female&_count=2"; url is not null;)
        {
            var page = (await _node.GetAsync(url)).ShouldBe(HttpStatusCode.OK).Json;
            ids.AddRange(page.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource").GetProperty("id").GetString()!));
            url = page.GetProperty("link").EnumerateArray().Where(link => link.GetProperty("relation").GetString() == "next").Select(link => link.GetProperty("url").GetString()).FirstOrDefault();
        }

        Assert.Equal(["p0", "p1", "p2", "p3", "p4"], ids.Order());
    }

    [Theory]
    [InlineData("subject={0}Patient/p1", "relative")]
    [InlineData("subject:Patient={0}Patient/p1", "relative")]
    [InlineData("patient={0}Patient/p1,Patient/p3", "relative")]
    [InlineData("subject={0}Patient/p2", "absolute")]
    [InlineData("subject=http://elsewhere.example/fhir/Patient/p1", "")]
    [InlineData("subject={0}Group/p1", "")]
    public async Task GivenAReferenceByThisNodesUrl_WhenSearched_ThenWhatRefersToTheResource(string query, string ids)
    {
        await PutObservationAsync("relative", "Patient/p1");
        await PutObservationAsync("absolute", _node.Base + "Patient/p2");
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, query, _node.Base);
        foreach (var answer in new[] { await _node.GetAsync("Observation?" + text), await _node.SendAsync("POST", "Observation/_search", text, "application/x-www-form-urlencoded") })
        {
            Assert.Equal(ids, string.Join(' ', Ids(answer.ShouldBe(HttpStatusCode.OK))));
        }
    }

    [Fact]
    public async Task GivenAConditionByThisNodesUrl_WhenCreatedTwice_ThenTheSecondFindsTheFirst()
    {
        const string body = """{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/p4"}}""";
        var condition = ("If-None-Exist", $"subject={_node.Base}Patient/p4");
        var first = (await _node.PostAsync("Observation", body, condition)).ShouldBe(HttpStatusCode.Created);
        Assert.Equal(first.Id, (await _node.PostAsync("Observation", body, condition)).ShouldBe(HttpStatusCode.OK).Id);
    }

    private static IEnumerable<string> Ids(Answer answer) => answer.Json.TryGetProperty("entry", out var entries)
        ? entries.EnumerateArray().Select(entry => entry.GetProperty("resource").GetProperty("id").GetString()!)
        : [];

    private async Task PutObservationAsync(string id, string subject)
        => (await _node.PutAsync($"Observation/{id}", $$$"""{"resourceType":"Observation","id":"{{{id}}}","status":"final","code":{"text":"x"},"subject":{"reference":"{{{subject}}}"}}""")).ShouldBe(HttpStatusCode.Created);

    [Fact]
    public async Task GivenNoMatch_WhenSearched_ThenTotalZeroAndNoEntry()
    {
        var page = (await _node.GetAsync("Patient?identifier=urn:s%7C99")).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal(0, page.GetProperty("total").GetInt32());
        Assert.False(page.TryGetProperty("entry", out _));
    }

    [Fact]
    public async Task GivenUnknownParameter_WhenSearched_ThenInvalidUnlessLenient()
    {
        (await _node.GetAsync("Patient?colour=red")).ShouldBe(HttpStatusCode.BadRequest);
        var lenient = (await _node.GetAsync("Patient?colour=red", ("Prefer", "handling=lenient"))).ShouldBe(HttpStatusCode.OK).Json;
        var outcome = lenient.GetProperty("entry").EnumerateArray().Single(entry => entry.GetProperty("search").GetProperty("mode").GetString() == "outcome");
        Assert.Contains("colour", outcome.GetProperty("resource").ToString());
        Assert.DoesNotContain("colour", lenient.GetProperty("link")[0].GetProperty("url").GetString());
    }
}
