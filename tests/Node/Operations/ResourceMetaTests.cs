using System.Net;
using System.Text.Json;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Operations;

public sealed class ResourceMetaTests : IAsyncLifetime
{
    private TestNode _node = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync();
        await _node.PutAsync("Patient/p", """{"resourceType":"Patient","id":"p","meta":{"tag":[{"system":"http://s","code":"a","display":"A"}]},"multipleBirthInteger":2}""");
        await _node.PutAsync("Group/g", """{"resourceType":"Group","id":"g","meta":{"tag":[{"system":"http://s","code":"b"}]},"type":"person","membership":"definitional"}""");
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private Task<Answer> ChangeAsync(string operation, string meta)
        => _node.PostAsync($"Patient/p/${operation}", $$$"""{"resourceType":"Parameters","parameter":[{"name":"meta","valueMeta":{{{meta}}}}]}""");

    private static IEnumerable<string> Tags(Answer answer)
    {
        var meta = answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("parameter")[0].GetProperty("valueMeta");
        return meta.TryGetProperty("tag", out var tags) ? tags.EnumerateArray().Select(tag => tag.GetProperty("code").GetString()!) : [];
    }

    [Theory]
    [InlineData("Patient/p/$meta", "a")]
    [InlineData("Group/$meta", "b")]
    [InlineData("$meta", "b,a")]
    public async Task GivenTags_WhenMetaIsAsked_ThenThoseOfTheResourceTypeOrSystem(string path, string tags)
        => Assert.Equal(tags.Split(','), Tags(await _node.GetAsync(path)));

    [Fact]
    public async Task GivenLabels_WhenAdded_ThenEachIsThereOnceInANewVersion()
    {
        Assert.Equal(["a", "c"], Tags(await ChangeAsync("meta-add", """{"tag":[{"system":"http://s","code":"a"},{"system":"http://s","code":"c"}],"profile":["http://p"],"security":[{"system":"http://s","code":"R"}]}""")));
        var read = await _node.GetAsync("Patient/p");
        Assert.Equal("W/\"2\"", read.Headers["ETag"]);
        Assert.Equal("http://p", read.Json.GetProperty("meta").GetProperty("profile")[0].GetString());
        Assert.Equal("R", read.Json.GetProperty("meta").GetProperty("security")[0].GetProperty("code").GetString());
        Assert.Equal(2, read.Json.GetProperty("multipleBirthInteger").GetInt32());
        Assert.Equal(1, (await _node.GetAsync("Patient?_tag=http://s|c")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task GivenLabels_WhenDeleted_ThenTheyAreGoneAndOthersAreNoError()
    {
        Assert.Empty(Tags(await ChangeAsync("meta-delete", """{"tag":[{"system":"http://s","code":"a"},{"system":"http://s","code":"z"}]}""")));
        Assert.Equal("W/\"2\"", (await _node.GetAsync("Patient/p")).Headers["ETag"]);
        await ChangeAsync("meta-delete", """{"tag":[{"system":"http://s","code":"z"}]}""");
        Assert.Equal("W/\"2\"", (await _node.GetAsync("Patient/p")).Headers["ETag"]);
    }

    [Fact]
    public async Task GivenLabelsAddedAtOnce_WhenAllAreDone_ThenNoneIsLost()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => ChangeAsync("meta-add", $$$"""{"tag":[{"system":"http://s","code":"n{{{n}}}"}]}""")));
        Assert.Equal(9, Tags(await _node.GetAsync("Patient/p/$meta")).Count());
    }

    [Fact]
    public async Task GivenNoMeta_WhenChanged_ThenItIsRefused()
    {
        (await _node.PostAsync("Patient/p/$meta-add", """{"resourceType":"Parameters"}""")).ShouldBe(HttpStatusCode.BadRequest);
        (await _node.GetAsync("Patient/p/$meta-add")).ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await ChangeAsync("meta-add", "[]")).ShouldBe(HttpStatusCode.BadRequest);
        (await _node.GetAsync("Patient/none/$meta")).ShouldBe(HttpStatusCode.NotFound);
    }
}
