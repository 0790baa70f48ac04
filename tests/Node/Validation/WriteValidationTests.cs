using System.Net;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Validation;

public sealed class WriteValidationTests
{
    private const string Wrong = """{"resourceType":"Patient","id":"w","birthDate":"yesterday"}""";

    [Fact]
    public async Task GivenEnforce_WhenAFaultIsWritten_ThenUnprocessableAtItsElementAndNothingIsStored()
    {
        await using var node = await TestNode.StartAsync();
        Assert.Equal("Patient.birthDate", (await node.PutAsync("Patient/w", Wrong)).ShouldBe(HttpStatusCode.UnprocessableEntity).Expression);
        (await node.GetAsync("Patient/w")).ShouldBe(HttpStatusCode.NotFound);
        var entry = "{\"resource\":" + Wrong + ",\"request\":{\"method\":\"PUT\",\"url\":\"Patient/w\"}}";
        var transaction = await node.PostAsync("", $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{entry}}]}""");
        Assert.Equal("Bundle.entry[0].resource.birthDate", transaction.ShouldBe(HttpStatusCode.UnprocessableEntity).Expression);
    }

    [Fact]
    public async Task GivenWarn_WhenAFaultIsWritten_ThenStoredAndLoggedWithoutItsValue()
    {
        await using var node = await TestNode.StartAsync(options => options with { Validation = ValidationPolicy.Warn });
        (await node.PutAsync("Patient/w", Wrong)).ShouldBe(HttpStatusCode.Created);
        Assert.DoesNotContain("yesterday", await TextFile.LineWithAsync(Path.Combine(node.Data, "node.log"), "Patient.birthDate"));
    }
}
