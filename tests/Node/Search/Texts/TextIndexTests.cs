using System.Net;
using GenoMed.Fhir.Node.Tests.Bulk;

namespace GenoMed.Fhir.Node.Tests.Search.Texts;

/// <summary>The full-text index follows what is written, and is made and left out by the store's option.</summary>
/// <typeparam name="TNode">The engine.</typeparam>
public abstract class TextIndexTests<TNode> : IAsyncLifetime
    where TNode : TextNode, new()
{
    private TNode Texts { get; } = new();

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Texts.Unavailable is not null, Texts.Unavailable ?? "");
        return Texts.InitializeAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Texts.DisposeAsync();
    }

    [Fact]
    public async Task GivenChanges_WhenSearched_ThenTheCurrentWordsCount()
    {
        (await Texts.Node.PutAsync("Condition/c1", TextNode.Condition("p1", "C79.5", "spleen"))).ShouldBe(HttpStatusCode.OK);
        (await Texts.Node.SendAsync("DELETE", "Condition/c2")).ShouldBe(HttpStatusCode.NoContent);
        Assert.Equal("c3", await Texts.FindAsync("Condition?_text=bone"));
        Assert.Equal("c1", await Texts.FindAsync("Condition?_text=spleen"));
        Assert.Equal("", await Texts.FindAsync("Condition?_content=liver"));
        (await Texts.Node.PutAsync("Condition/c2", TextNode.Condition("p2", "C78.7", "liver"))).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("c2", await Texts.FindAsync("Condition?_content=liver"));
        (await Texts.Node.SendAsync("POST", "Patient/p2/$purge")).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("", await Texts.FindAsync("Condition?_content=liver"));
    }

    [Fact]
    public async Task GivenAnImport_WhenSearched_ThenItsWordsAreThere()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 300).Select(i => $$$"""{"resourceType":"Basic","id":"b{{{i}}}","code":{"text":"word{{{i}}} all{{{i % 3}}}"}}"""));
        await Texts.Node.RunAsync("POST", "$import", lines, "application/fhir+ndjson");
        Assert.Equal("b299", await Texts.FindAsync("Basic?_content=word299"));
        Assert.Equal(100, (await Texts.Node.GetAsync("Basic?_content=all1&_summary=count")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task GivenAnIndexThatIsSwitchedOffAndOn_WhenSearched_ThenRefusedWithTheOptionAndThenAllIsIndexedAgain()
    {
        Assert.Equal(["_content", "_filter", "_text"], await SpecialsAsync());
        await Texts.RestartAsync(fullText: false);
        Assert.Equal(["_filter"], await SpecialsAsync());
        var refused = (await Texts.Node.GetAsync("Condition?_content=bone")).ShouldBe(HttpStatusCode.BadRequest).Json.GetProperty("issue")[0];
        Assert.Equal("not-supported", refused.GetProperty("code").GetString());
        Assert.Contains("store.fullText", refused.GetProperty("diagnostics").GetString(), StringComparison.Ordinal);
        (await Texts.Node.PutAsync("Condition/c4", TextNode.Condition("p2", "D46", "bone"))).ShouldBe(HttpStatusCode.Created);
        await Texts.RestartAsync(fullText: true);
        Assert.Equal("c1 c3 c4", await Texts.FindAsync("Condition?_text=bone"));
        Assert.Equal("c4", await Texts.FindAsync("Condition?code=D46"));

        // A node that stops leaves no line of its log unwritten.
        await Texts.RestartAsync(fullText: true);
        Assert.Contains("indexed anew: 6 of 6", await ReadAsync(Path.Combine(Texts.Data, "node.log")), StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private async Task<IEnumerable<string>> SpecialsAsync()
        => (await Texts.Node.GetAsync("metadata")).Json.GetProperty("rest")[0].GetProperty("resource").EnumerateArray().Single(resource => resource.GetProperty("type").GetString() == "Condition")
            .GetProperty("searchParam").EnumerateArray().Where(parameter => parameter.GetProperty("type").GetString() == "special").Select(parameter => parameter.GetProperty("name").GetString()!).Order(StringComparer.Ordinal).ToList();
}
