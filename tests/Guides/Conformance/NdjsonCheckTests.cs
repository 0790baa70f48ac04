using GenoMed.Fhir.Guides.Conformance;

namespace GenoMed.Fhir.Guides.Tests.Conformance;

public sealed class NdjsonCheckTests
{
    [Fact]
    public void GivenGoodAndFaultyLines_WhenChecked_ThenEachFaultHasItsLineAndTheRestIsCounted()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("genomed-check-").FullName, "some.ndjson");
        File.WriteAllText(file, """
            {"resourceType":"Patient","id":"good","gender":"female"}
            {"resourceType":"Patient","id":"bad","gender":"woman"}
            not json

            {"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Observation","id":"o","meta":{"profile":["https://genomed.example/fhir/mds/StructureDefinition/mds-HB"]},"status":"final","code":{"text":"HB"}},"request":{"method":"PUT","url":"Observation/o"}}]}
            """);

        var result = new NdjsonCheck(GuideCatalog.Default).Run([file], null, TestContext.Current.CancellationToken);

        Assert.Equal(new Dictionary<string, long> { ["Observation"] = 1, ["Patient"] = 2, ["no resource"] = 1 }, result.Resources);
        Assert.Equal(3, result.Errors);
        Assert.Equal(1, result.Profiles["https://genomed.example/fhir/mds/StructureDefinition/mds-HB"]);
        Assert.Contains(result.Faults, fault => fault.StartsWith("some.ndjson, line 2, Patient.gender", StringComparison.Ordinal));
        Assert.Contains(result.Faults, fault => fault.StartsWith("some.ndjson, line 3", StringComparison.Ordinal));
        Assert.Contains(result.Faults, fault => fault.StartsWith("some.ndjson, line 5, Observation/o", StringComparison.Ordinal));
    }
}
