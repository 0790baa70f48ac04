using System.Net;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Interactions;

public sealed class ConditionalDeleteTests
{
    private static async Task<TestNode> StartAsync(bool multiple)
    {
        var node = await TestNode.StartAsync(options => options with { DeleteMultiple = multiple });
        foreach (var id in new[] { "a", "b", "c" })
        {
            await node.PutAsync($"Patient/{id}", $$"""{"resourceType":"Patient","id":"{{id}}","gender":"{{(id == "c" ? "male" : "female")}}"}""");
        }

        return node;
    }

    private static async Task<int> CountAsync(TestNode node) => (await node.GetAsync("Patient?_summary=count")).Json.GetProperty("total").GetInt32();

    [Fact]
    public async Task GivenSingle_WhenSeveralMatch_ThenNothingIsDeleted()
    {
        await using var node = await StartAsync(multiple: false);
        Assert.Equal("multiple-matches", (await node.SendAsync("DELETE", "Patient?gender=female")).ShouldBe(HttpStatusCode.PreconditionFailed).IssueCode);
        Assert.Equal(3, await CountAsync(node));
        (await node.SendAsync("DELETE", "Patient?gender=male")).ShouldBe(HttpStatusCode.NoContent);
        Assert.Equal(2, await CountAsync(node));
    }

    [Fact]
    public async Task GivenMultiple_WhenSeveralMatch_ThenAllAreDeletedAndTheOutcomeSaysHowMany()
    {
        await using var node = await StartAsync(multiple: true);
        Assert.Contains("2 Patient", (await node.SendAsync("DELETE", "Patient?gender=female", headers: ("Prefer", "return=OperationOutcome"))).ShouldBe(HttpStatusCode.OK).Diagnostics);
        Assert.Equal(1, await CountAsync(node));
        (await node.SendAsync("DELETE", "Patient?gender=female")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenNoCondition_WhenDeleted_ThenInvalid(bool multiple)
    {
        await using var node = await StartAsync(multiple);
        (await node.SendAsync("DELETE", "Patient")).ShouldBe(HttpStatusCode.BadRequest);
        Assert.Equal(3, await CountAsync(node));
    }
}
