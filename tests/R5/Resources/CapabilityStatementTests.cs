using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.Resources;

public sealed class CapabilityStatementTests
{
    internal static readonly CapabilityStatement Server = new("http://n/fhir", "GenoMed.Fhir", "0.1.0", DateTimeOffset.UnixEpoch, "node north",
    [
        new CapabilityResource("Patient", ["read", "create"])
        {
            ConditionalCreate = true,
            SearchParameters = [CapabilitySearchParameter.Of(R5Definitions.Instance.SearchParameter("Patient", "birthdate")!)],
            Operations = [new CapabilityOperation("everything", "http://hl7.org/fhir/OperationDefinition/Patient-everything")],
        },
    ])
    {
        Interactions = ["transaction"],
        Operations = [new CapabilityOperation("train-round", "http://genomed.example/OperationDefinition/train-round", "asynchronous")],
        TokenUrl = "http://localhost/fhir/auth/token",
    };

    [Fact]
    public void GivenServer_WhenWritten_ThenItsAbilitiesAreListed()
    {
        var rest = Server.ToResource().Element.GetProperty("rest")[0];

        Assert.Equal("5.0.0", Server.ToResource().Element.GetProperty("fhirVersion").GetString());
        Assert.Equal("SMART-on-FHIR", rest.GetProperty("security").GetProperty("service")[0].GetProperty("coding")[0].GetProperty("code").GetString());
        Assert.Equal("birthdate", rest.GetProperty("resource")[0].GetProperty("searchParam")[0].GetProperty("name").GetString());
        Assert.Equal("train-round", rest.GetProperty("operation")[0].GetProperty("name").GetString());
        Assert.Equal("transaction", rest.GetProperty("interaction")[0].GetProperty("code").GetString());
    }
}
