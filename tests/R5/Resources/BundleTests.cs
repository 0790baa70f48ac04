using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.Resources;

public sealed class BundleTests
{
    [Fact]
    public void GivenTransaction_WhenWrittenAndRead_ThenTheSame()
    {
        var patient = Sample.Of("""{"resourceType":"Patient","birthDate":"1950"}""");
        var bundle = new Bundle(BundleType.Transaction,
        [
            new BundleEntry { FullUrl = "urn:uuid:1", Resource = patient, Request = new BundleRequest("POST", "Patient", IfNoneExist: "identifier=a|1") },
            new BundleEntry { Request = new BundleRequest("DELETE", "Observation/2", IfMatch: "W/\"3\"") },
        ]);

        var read = Bundle.Read(bundle.ToResource());

        Assert.Equal(patient.Text(), read.Entries[0].Resource!.Text());
        Assert.Equal(bundle.Entries[0].Request, read.Entries[0].Request);
        Assert.Equal(bundle.Entries[1], read.Entries[1]);
        Assert.Equal(bundle.ToResource().Text(), read.ToResource().Text());
    }

    [Fact]
    public void GivenSearchset_WhenWritten_ThenTotalLinksAndModes()
    {
        var bundle = new Bundle(BundleType.Searchset, [new BundleEntry { FullUrl = "http://n/fhir/Patient/1", Resource = Sample.Of("""{"resourceType":"Patient","id":"1"}"""), SearchMode = "match" }])
        {
            Id = "b",
            Total = 7,
            Links = [new BundleLink("self", "http://n/fhir/Patient?a=b&c=d")],
        };

        Assert.Equal(
            """{"resourceType":"Bundle","id":"b","type":"searchset","total":7,"link":[{"relation":"self","url":"http://n/fhir/Patient?a=b&c=d"}],"entry":[{"fullUrl":"http://n/fhir/Patient/1","resource":{"resourceType":"Patient","id":"1"},"search":{"mode":"match"}}]}""",
            bundle.ToResource().Text());
        Assert.Equal("http://n/fhir/Patient?a=b&c=d", Bundle.Read(bundle.ToResource()).Link("self"));
    }

    [Fact]
    public void GivenResponses_WhenRead_ThenStatusCodeAndOutcome()
    {
        var outcome = OperationOutcome.Informational("done").ToResource();
        var bundle = new Bundle(BundleType.BatchResponse, [new BundleEntry { Response = new BundleResponse("404 Not Found", ETag: "W/\"1\"", Outcome: outcome) }]);

        var response = Bundle.Read(bundle.ToResource()).Entries[0].Response!;

        Assert.Equal(404, response.StatusCode);
        Assert.Equal("done", OperationOutcome.Read(response.Outcome!).Issues[0].Diagnostics);
    }

    [Fact]
    public void GivenNoEntries_WhenWritten_ThenNoEmptyArray()
        => Assert.Equal("""{"resourceType":"Bundle","type":"searchset","total":0}""", new Bundle(BundleType.Searchset, []) { Total = 0 }.ToResource().Text());

    [Theory]
    [InlineData("""{"resourceType":"Patient"}""", "Patient")]
    [InlineData("""{"resourceType":"Bundle"}""", "Bundle.type")]
    public void GivenNoUsableBundle_WhenRead_ThenInvalidWithItsPath(string json, string expression)
        => Assert.Equal(expression, Assert.Throws<OperationProblem>(() => Bundle.Read(Sample.Of(json))).Issues[0].Expression);
}
