using System.Net;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Interactions;

public sealed class HistoryInteractionTests : IAsyncLifetime
{
    private TestNode _node = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync();
        for (var n = 1; n <= 3; n++)
        {
            await _node.PutAsync("Patient/p", $$"""{"resourceType":"Patient","id":"p","multipleBirthInteger":{{n}}}""");
        }
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private static IEnumerable<string> Versions(Answer answer) => answer.ShouldBe(HttpStatusCode.OK).Json.TryGetProperty("entry", out var entries)
        ? entries.EnumerateArray().Select(entry => entry.GetProperty("resource").GetProperty("meta").GetProperty("versionId").GetString()!)
        : [];

    [Theory]
    [InlineData("Patient/p/_history", "3,2,1")]
    [InlineData("Patient/p/_history?_sort=_lastUpdated", "1,2,3")]
    [InlineData("Patient/_history?_sort=-_lastUpdated", "3,2,1")]
    [InlineData("_history?_sort=none&_count=2", "3,2")]
    public async Task GivenVersions_WhenHistoryIsSorted_ThenInThatOrder(string path, string versions)
        => Assert.Equal(versions.Split(','), Versions(await _node.GetAsync(path)));

    [Fact]
    public async Task GivenAt_WhenHistoryIsRead_ThenWhatWasCurrentThen()
    {
        var first = (await _node.GetAsync("Patient/p/_history/1")).Json.GetProperty("meta").GetProperty("lastUpdated").GetString()!;
        Assert.Contains("1", Versions(await _node.GetAsync($"Patient/p/_history?_at={Uri.EscapeDataString(first)}")));
        Assert.Empty(Versions(await _node.GetAsync("Patient/p/_history?_at=2001")));
        Assert.Equal(["3"], Versions(await _node.GetAsync("Patient/p/_history?_at=9998-01-01")));
    }

    [Fact]
    public async Task GivenAPutOfANewId_WhenHistoryIsRead_ThenItsFirstEntryIsAPutThatCreated()
    {
        var first = (await _node.GetAsync("Patient/p/_history?_sort=_lastUpdated")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry")[0];
        Assert.Equal("PUT", first.GetProperty("request").GetProperty("method").GetString());
        Assert.Equal("Patient/p", first.GetProperty("request").GetProperty("url").GetString());
        Assert.StartsWith("201", first.GetProperty("response").GetProperty("status").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAPost_WhenHistoryIsRead_ThenAPostOfItsType()
    {
        var id = (await _node.PostAsync("Patient", """{"resourceType":"Patient"}""")).ShouldBe(HttpStatusCode.Created).Id;
        var entry = (await _node.GetAsync($"Patient/{id}/_history")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry")[0];
        Assert.Equal("POST", entry.GetProperty("request").GetProperty("method").GetString());
        Assert.Equal("Patient", entry.GetProperty("request").GetProperty("url").GetString());
        Assert.StartsWith("201", entry.GetProperty("response").GetProperty("status").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_history?_sort=name")]
    [InlineData("_history?_at=yesterday")]
    [InlineData("_history?_since=yesterday")]
    [InlineData("_history?_count=-1")]
    [InlineData("_history?name=x")]
    public async Task GivenAFaultyParameter_WhenHistoryIsRead_ThenInvalid(string path) => (await _node.GetAsync(path)).ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task GivenHead_WhenSent_ThenTheHeadersWithoutABody()
    {
        var head = (await _node.SendAsync("HEAD", "Patient/p")).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("W/\"3\"", head.Headers["ETag"]);
        Assert.Empty(head.Text);
        (await _node.SendAsync("HEAD", "Patient/none")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("POST", "Patient/p", "GET, HEAD, PUT, PATCH, DELETE")]
    [InlineData("PUT", "metadata", "GET, HEAD")]
    [InlineData("DELETE", "Patient/p/_history", "GET, HEAD")]
    public async Task GivenAMethodThatAUrlDoesNotTake_WhenSent_ThenAllowSaysWhatItTakes(string method, string path, string allow)
        => Assert.Equal(allow, (await _node.SendAsync(method, path)).ShouldBe(HttpStatusCode.MethodNotAllowed).Headers["Allow"]);
}
