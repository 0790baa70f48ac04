using System.Net;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Validation;

public sealed class ReferenceValidationTests
{
    private static Task<TestNode> StartAsync(ValidationPolicy policy) => TestNode.StartAsync(options => options with { References = policy });

    private static string Observation(string subject) => $$$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"{{{subject}}}"}}""";

    [Fact]
    public async Task GivenEnforce_WhenAReferencePointsAtNothingHere_ThenItIsRefusedByName()
    {
        await using var node = await StartAsync(ValidationPolicy.Enforce);
        Assert.Contains("Patient/none", (await node.PostAsync("Observation", Observation("Patient/none"))).ShouldBe(HttpStatusCode.UnprocessableEntity).Diagnostics);
        (await node.PostAsync("Observation", Observation($"{node.Base}Patient/none"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await node.PostAsync("Observation", Observation("https://other.example/fhir/Patient/none"))).ShouldBe(HttpStatusCode.Created);
        await node.PutAsync("Patient/p", """{"resourceType":"Patient","id":"p","link":[{"other":{"reference":"Patient/p"},"type":"seealso"}]}""");
        (await node.PostAsync("Observation", Observation("Patient/p"))).ShouldBe(HttpStatusCode.Created);
        await node.SendAsync("DELETE", "Patient/p");
        (await node.PostAsync("Observation", Observation("Patient/p"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task GivenEnforce_WhenATransactionRefersToItsOwnEntries_ThenTheyCount()
    {
        await using var node = await StartAsync(ValidationPolicy.Enforce);
        const string urn = "urn:uuid:11111111-1111-4111-8111-111111111111";
        string Bundle(string subject) => $$$"""
            {"resourceType":"Bundle","type":"transaction","entry":[
              {"resource":{{{Observation(subject)}}},"request":{"method":"POST","url":"Observation"}},
              {"fullUrl":"{{{urn}}}","resource":{"resourceType":"Patient"},"request":{"method":"POST","url":"Patient"}}]}
            """;
        (await node.PostAsync(string.Empty, Bundle(urn))).ShouldBe(HttpStatusCode.OK);
        Assert.StartsWith("Bundle.entry[0]", (await node.PostAsync(string.Empty, Bundle("Patient/none"))).ShouldBe(HttpStatusCode.UnprocessableEntity).Expression);
    }

    [Theory]
    [InlineData(ValidationPolicy.Off)]
    [InlineData(ValidationPolicy.Warn)]
    public async Task GivenAnotherPolicy_WhenAReferencePointsAtNothingHere_ThenItIsStored(ValidationPolicy policy)
    {
        await using var node = await StartAsync(policy);
        (await node.PostAsync("Observation", Observation("Patient/none"))).ShouldBe(HttpStatusCode.Created);
    }
}
