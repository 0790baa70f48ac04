using System.Net;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Operations;

public sealed class WiredDefinitionsTests : IAsyncLifetime
{
    private TestNode _node = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync();
        await PutAsync("own", "Own");
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Theory]
    [InlineData("code=subsumes", "CodeSystem-subsumes")]
    [InlineData("code=validate-code", "CodeSystem-validate-code ValueSet-validate-code")]
    [InlineData("url=http://hl7.org/fhir/OperationDefinition/ValueSet-expand", "ValueSet-expand")]
    [InlineData("name=subs&code=subsumes", "CodeSystem-subsumes")]
    [InlineData("name=own", "own")]
    [InlineData("_id=own,ValueSet-expand", "ValueSet-expand own")]
    [InlineData("code=no-such", "")]
    [InlineData("code=subsumes&status=retired", "")]
    public async Task GivenWiredAndStoredDefinitions_WhenSearched_ThenThoseThatMatch(string query, string ids)
    {
        var page = (await _node.GetAsync("OperationDefinition?" + query)).ShouldBe(HttpStatusCode.OK);
        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), Ids(page));
        Assert.Equal(Ids(page).Count(), page.Json.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task GivenPages_WhenFollowed_ThenEveryDefinitionOnceAndNoPageIsTooLong(int count)
    {
        await PutAsync("second", "Second");
        var ids = new List<string>();
        var total = 0;
        for (var url = $"OperationDefinition?_count={count}"; url is not null;)
        {
            var page = (await _node.GetAsync(url)).ShouldBe(HttpStatusCode.OK);
            total = page.Json.GetProperty("total").GetInt32();
            Assert.InRange(Ids(page).Count(), 1, count);
            ids.AddRange(Ids(page));
            url = page.Json.GetProperty("link").EnumerateArray().Where(link => link.GetProperty("relation").GetString() == "next").Select(link => link.GetProperty("url").GetString()).FirstOrDefault();
        }

        Assert.Equal(total, ids.Distinct().Count());
        Assert.Equal(total, ids.Count);
        Assert.Equal(["own", "second"], ids[^2..]);
    }

    [Fact]
    public async Task GivenAStoredDefinitionUnderAWiredId_WhenSearched_ThenTheStoredOneOnly()
    {
        await PutAsync("ValueSet-expand", "Mine");
        var page = await _node.GetAsync("OperationDefinition?_id=ValueSet-expand");
        Assert.Equal("Mine", page.ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry")[0].GetProperty("resource").GetProperty("name").GetString());
        Assert.Single(Ids(page));
    }

    private static IEnumerable<string> Ids(Answer answer) => answer.Json.TryGetProperty("entry", out var entries)
        ? entries.EnumerateArray().Select(entry => entry.GetProperty("resource").GetProperty("id").GetString()!)
        : [];

    private async Task PutAsync(string id, string name) => (await _node.PutAsync(
        $"OperationDefinition/{id}",
        $$"""{"resourceType":"OperationDefinition","id":"{{id}}","name":"{{name}}","status":"draft","kind":"operation","code":"mine","system":true,"type":false,"instance":false}""")).ShouldBe(HttpStatusCode.Created);
}
