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
