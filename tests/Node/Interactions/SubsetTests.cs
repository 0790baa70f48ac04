using System.Net;
using System.Text.Json;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Interactions;

/// <summary><c>_summary</c> and <c>_elements</c> on read, vread, search, history and in a batch.</summary>
public sealed class SubsetTests : IAsyncLifetime
{
    private const string Observation = """
        {"resourceType":"Observation","id":"o","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>"},
         "status":"final","code":{"text":"x"},"note":[{"text":"n"}],"valueQuantity":{"value":1.50},
         "component":[{"code":{"text":"c"},"valueString":"v","interpretation":[{"text":"i"}]}]}
        """;

    private TestNode _node = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync();
        (await _node.PutAsync("Observation/o", Observation)).ShouldBe(HttpStatusCode.Created);
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private static IEnumerable<string> Names(JsonElement resource) => resource.EnumerateObject().Select(property => property.Name).Where(name => name is not ("resourceType" or "id" or "meta"));

    private static void AssertTagged(JsonElement resource)
        => Assert.Equal("SUBSETTED", resource.GetProperty("meta").GetProperty("tag")[0].GetProperty("code").GetString());

    [Theory]
    [InlineData("_summary=true", "status,code,valueQuantity,component")]
    [InlineData("_summary=text", "text,status,code")]
    [InlineData("_summary=data", "status,code,note,valueQuantity,component")]
    [InlineData("_elements=note", "status,code,note")]
    [InlineData("_elements=Observation.value,Patient.note", "status,code,valueQuantity")]
    public async Task GivenASubset_WhenRead_ThenItHasWhatWasAskedForAndWhatIsMandatoryAndIsTagged(string query, string names)
    {
        var read = (await _node.GetAsync($"Observation/o?{query}")).ShouldBe(HttpStatusCode.OK);
        Assert.Equal(names.Split(','), Names(read.Json));
        AssertTagged(read.Json);
        Assert.Equal("W/\"1\"", read.Headers["ETag"]);
        var version = await _node.GetAsync($"Observation/o/_history/1?{query}");
        Assert.Equal(read.Text, version.Text);
    }

    [Fact]
    public async Task GivenASummary_WhenItHasStructures_ThenOnlyTheirSummaryStaysAndDigitsDo()
    {
        var read = await _node.GetAsync("Observation/o?_summary=true");
        Assert.Equal(["code", "valueString"], Names(read.Json.GetProperty("component")[0]));
        Assert.Contains("1.50", read.Text);
    }

    [Fact]
    public async Task GivenSummaryFalse_WhenRead_ThenTheWholeUntagged()
    {
        var read = await _node.GetAsync("Observation/o?_summary=false");
        Assert.Equal(["text", "status", "code", "note", "valueQuantity", "component"], Names(read.Json));
        Assert.False(read.Json.GetProperty("meta").TryGetProperty("tag", out _));
    }

    [Theory]
    [InlineData("Observation?_id=o&_elements=note")]
    [InlineData("Observation/o/_history?_elements=note")]
    [InlineData("Observation/_history?_elements=note")]
    [InlineData("_history?_elements=note")]
    public async Task GivenASubset_WhenABundleIsRead_ThenEachEntryIsCut(string path)
    {
        var resource = (await _node.GetAsync(path)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry")[0].GetProperty("resource");
        Assert.Equal(["status", "code", "note"], Names(resource));
        AssertTagged(resource);
    }

    [Theory]
    [InlineData("Observation?_summary=count")]
    [InlineData("Observation/_history?_summary=count")]
    public async Task GivenCount_WhenABundleIsRead_ThenOnlyTheTotal(string path)
    {
        var bundle = (await _node.GetAsync(path)).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal(1, bundle.GetProperty("total").GetInt32());
        Assert.False(bundle.TryGetProperty("entry", out _));
    }

    [Theory]
    [InlineData("Observation/o?_summary=some")]
    [InlineData("Observation/o?_summary=count")]
    [InlineData("Observation/o?_summary=true&_elements=note")]
    public async Task GivenNoSuchSubset_WhenRead_ThenInvalid(string path)
        => Assert.Equal("invalid", (await _node.GetAsync(path)).ShouldBe(HttpStatusCode.BadRequest).IssueCode);

    [Fact]
    public async Task GivenASubset_WhenReadInABatch_ThenItIsCutToo()
    {
        var bundle = (await _node.PostAsync(string.Empty, """{"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"Observation/o?_elements=note"}}]}""")).Json;
        Assert.Equal(["status", "code", "note"], Names(bundle.GetProperty("entry")[0].GetProperty("resource")));
    }
}
