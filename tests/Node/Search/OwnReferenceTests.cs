using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Search;

/// <summary>Resources that refer to others of this node by its absolute URL.</summary>
public sealed class OwnReferenceTests
{
    private const string Public = "https://fhir.hospital.example/fhir";

    [Theory]
    [InlineData("Observation?patient=Patient/p", "own relative")]
    [InlineData("Observation?patient=" + Public + "/Patient/p", "own relative")]
    [InlineData("Observation?subject=https://other.example/fhir/Patient/p", "other")]
    [InlineData("Observation?patient.family=Rossi", "own relative")]
    [InlineData("Patient?_has:Observation:patient:code=own", "p")]
    [InlineData("Patient?_has:Observation:patient:code=other", "")]
    [InlineData("Patient/p/Observation", "own relative")]
    public async Task GivenAPublicUrl_WhenSearched_ThenReferencesByItAreAsRelativeOnes(string url, string expected)
    {
        await using var node = await FilledAsync(Public);
        Assert.Equal(expected, string.Join(' ', SearchNode.Entries((await node.GetAsync(url)).Json, "match").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task GivenReferencesByTheOwnUrl_WhenIncluded_ThenTheirTargetsAreThere()
    {
        await using var node = await FilledAsync(Public);
        Assert.Equal("p", string.Join(' ', SearchNode.Entries((await node.GetAsync("Observation?_id=own&_include=Observation:patient")).Json, "include")));
        Assert.Equal("own relative", string.Join(' ', SearchNode.Entries((await node.GetAsync("Patient?_id=p&_revinclude=Observation:patient")).Json, "include").Order(StringComparer.Ordinal)));
        Assert.Empty(SearchNode.Entries((await node.GetAsync("Observation?_id=other&_include=Observation:patient")).Json, "include"));
    }

    [Fact]
    public async Task GivenAResourceThatReferredByTheOwnUrl_WhenChanged_ThenNothingOfTheOldReferenceIsLeft()
    {
        await using var node = await FilledAsync(Public);
        await PutAsync(node, "own", "Patient/someone-else");
        Assert.Equal("relative", string.Join(' ', SearchNode.Entries((await node.GetAsync("Observation?patient=Patient/p")).Json, "match")));
    }

    [Fact]
    public async Task GivenAStore_WhenOpenedUnderAnotherUrl_ThenItIsIndexedByThatOne()
    {
        var before = await FilledAsync("https://old.example/fhir", keepData: true);
        await before.DisposeAsync();
        await using var node = await TestNode.StartAsync(options => options with { PublicUrl = Public }, before.Data);
        Assert.Equal("own relative", string.Join(' ', SearchNode.Entries((await node.GetAsync("Observation?patient=Patient/p")).Json, "match").Order(StringComparer.Ordinal)));
    }

    private static async Task<TestNode> FilledAsync(string publicUrl, bool keepData = false)
    {
        var node = await TestNode.StartAsync(options => options with { PublicUrl = publicUrl }, keepData: keepData);
        (await node.PutAsync("Patient/p", """{"resourceType":"Patient","id":"p","name":[{"family":"Rossi"}]}""")).ShouldBe(System.Net.HttpStatusCode.Created);
        await PutAsync(node, "own", Public + "/Patient/p");
        await PutAsync(node, "relative", "Patient/p");
        await PutAsync(node, "other", "https://other.example/fhir/Patient/p");
        return node;
    }

    private static async Task PutAsync(TestNode node, string id, string subject)
    {
        var answer = await node.PutAsync($"Observation/{id}", $$$"""{"resourceType":"Observation","id":"{{{id}}}","status":"final","code":{"coding":[{"code":"{{{id}}}"}]},"subject":{"reference":"{{{subject}}}"}}""");
        Assert.True((int)answer.Status < 300, answer.Text);
    }
}
