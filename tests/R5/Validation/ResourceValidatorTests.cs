using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Tests.Resources;
using GenoMed.Fhir.R5.Validation;

namespace GenoMed.Fhir.R5.Tests.Validation;

public sealed class ResourceValidatorTests
{
    [Theory]
    [InlineData("""{"resourceType":"Patient","birthDate":"1950-02-30"}""", IssueCode.Value, "Patient.birthDate", "YYYY-MM-DD")]
    [InlineData("""{"resourceType":"Patient","birthDate":1950}""", IssueCode.Structure, "Patient.birthDate", "JSON string")]
    [InlineData("""{"resourceType":"Patient","birthdate":"1950"}""", IssueCode.Structure, "Patient.birthdate", "did you mean 'birthDate'?")]
    [InlineData("""{"resourceType":"Patient","gender":"F"}""", IssueCode.CodeInvalid, "Patient.gender", "male, female, other, unknown")]
    [InlineData("""{"resourceType":"Patient","name":{"family":"A"}}""", IssueCode.Structure, "Patient.name", "as an array")]
    [InlineData("""{"resourceType":"Patient","birthDate":["1950"]}""", IssueCode.Structure, "Patient.birthDate", "without [ ]")]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"A"},{"given":["B",3]}]}""", IssueCode.Structure, "Patient.name[1].given[1]", "JSON number")]
    [InlineData("""{"resourceType":"Patient","name":["A"]}""", IssueCode.Structure, "Patient.name[0]", "write an object")]
    [InlineData("""{"resourceType":"Patient","name":[]}""", IssueCode.Structure, "Patient.name", "empty array")]
    [InlineData("""{"resourceType":"Patient","maritalStatus":{}}""", IssueCode.Structure, "Patient.maritalStatus", "empty")]
    [InlineData("""{"resourceType":"Patient","active":null}""", IssueCode.Structure, "Patient.active", "JSON null")]
    [InlineData("""{"resourceType":"Patient","active":"true"}""", IssueCode.Structure, "Patient.active", "JSON boolean")]
    [InlineData("""{"resourceType":"Patient","id":"a b"}""", IssueCode.Value, "Patient.id", "letters")]
    [InlineData("""{"resourceType":"Patient","_id":{"id":"x"}}""", IssueCode.Structure, "Patient._id", "no property")]
    [InlineData("""{"resourceType":"Patient","gender":"male","gender":"female"}""", IssueCode.Structure, "Patient.gender", "twice")]
    [InlineData("""{"resourceType":"Patient","g\u0065nder":"male","gender":"female"}""", IssueCode.Structure, "Patient.gender", "twice")]
    [InlineData("""{"resourceType":"Patient","resourceType":"Patient"}""", IssueCode.Structure, "Patient", "twice")]
    [InlineData("""{"resourceType":"Patient","deceased":true}""", IssueCode.Structure, "Patient.deceased", "deceasedBoolean")]
    [InlineData("""{"resourceType":"Patient","deceasedBoolean":true,"deceasedDateTime":"2020"}""", IssueCode.Structure, "Patient.deceased", "several types")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":[null,"B"]}]}""", IssueCode.Structure, "Patient.name[0].given", "null")]
    [InlineData("""{"resourceType":"Patient","_birthDate":[{"id":"x"}]}""", IssueCode.Structure, "Patient.birthDate", "without [ ]")]
    [InlineData("""{"resourceType":"Patient","_birthDate":{"value":"x"}}""", IssueCode.Structure, "Patient.birthDate.value", "no property")]
    [InlineData("""{"resourceType":"Patient","extension":[{"valueString":"x"}]}""", IssueCode.Required, "Patient.extension[0].url", "missing")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Patient","birthDate":"x"}]}""", IssueCode.Value, "Patient.contained[0].birthDate", "expected")]
    [InlineData("""{"resourceType":"Patient","contained":[{"id":"x"}]}""", IssueCode.Structure, "Patient.contained[0]", "resourceType")]
    [InlineData("""{"resourceType":"Patient","language":"\ud800"}""", IssueCode.Value, "Patient.language", "code")]
    [InlineData("""{"resourceType":"Patients"}""", IssueCode.Structure, "Patients", "no resource type")]
    [InlineData("""{"resourceType":"DomainResource"}""", IssueCode.Structure, "DomainResource", "no resource type")]
    [InlineData("""{"resourceType":"Observation","status":"final"}""", IssueCode.Required, "Observation.code", "missing")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"component":[{"code":{"text":"y"}},{"code":{"text":"y"},"valueQuantity":{"value":"1"}}]}""", IssueCode.Structure, "Observation.component[1].value.value", "JSON number")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueMoney":{"value":1}}""", IssueCode.Structure, "Observation.valueMoney", "no property")]
    [InlineData("""{"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"a"}},{"resource":{"resourceType":"Group","type":"person"},"request":{"method":"POST","url":"Group"}}]}""", IssueCode.Required, "Bundle.entry[1].resource.membership", "missing")]
    [InlineData("""{"resourceType":"Questionnaire","status":"draft","item":[{"linkId":"1","type":"group","item":[{"linkId":"2","type":"groups"}]}]}""", IssueCode.CodeInvalid, "Questionnaire.item[0].item[0].type", "group")]
    [InlineData("""{"resourceType":"Condition","subject":{"display":"x"},"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"cured"}]}}""", IssueCode.CodeInvalid, "Condition.clinicalStatus", "active, ")]
    [InlineData("""{"resourceType":"Condition","subject":{"display":"x"},"clinicalStatus":{"text":"active"}}""", IssueCode.CodeInvalid, "Condition.clinicalStatus", "condition-clinical")]
    public void GivenOneFault_WhenValidated_ThenOneIssueWithItsPlaceAndRemedy(string json, string code, string expression, string remedy)
    {
        var issue = Assert.Single(ResourceValidator.Validate(Sample.Of(json)));

        Assert.Equal((IssueSeverity.Error, code, expression), (issue.Severity, issue.Code, issue.Expression));
        Assert.Contains(remedy, issue.Diagnostics);
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient"}""")]
    [InlineData("""{"id":"x","resourceType":"Patient"}""")]
    [InlineData("""{"resourceType":"Patient","_birthDate":{"extension":[{"url":"http://x","valueCode":"unknown"}]}}""")]
    [InlineData("""{"resourceType":"Patient","birthDate":"1950","_birthDate":{"id":"b"}}""")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["A",null],"_given":[null,{"extension":[{"url":"http://x","valueCode":"u"}]}]}]}""")]
    [InlineData("""{"resourceType":"Observation","_status":{"extension":[{"url":"http://x","valueCode":"u"}]},"code":{"text":"x"}}""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"_valueString":{"id":"v"},"valueString":"a\"b\n"}""")]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"a","resource":{"resourceType":"Patient"}},{"name":"b","part":[{"name":"c","valueInteger64":"9007199254740993"}]}]}""")]
    [InlineData("""{"resourceType":"Condition","subject":{"display":"x"},"clinicalStatus":{"coding":[{"system":"http://local","code":"a"},{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]}}""")]
    [InlineData("""{"resourceType":"Condition","subject":{"display":"x"},"clinicalStatus":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}}""")]
    public void GivenValidResource_WhenValidated_ThenNoIssue(string json) => Assert.Empty(ResourceValidator.Validate(Sample.Of(json)));

    [Fact]
    public void GivenWhatOurOwnRecordsWrite_WhenValidated_ThenNoIssue()
    {
        Resource[] written =
        [
            FhirTaskTests.Job.ToResource(),
            CapabilityStatementTests.Server.ToResource(),
            new BinaryResource("a/b", new byte[] { 1 }).ToResource(),
            OperationOutcome.Informational("x").ToResource(),
            new ParametersBuilder().Add("a", FhirValue.Quantity(1.5m, "g/dL")).Add("b", FhirValue.CodeableConcept(new FhirCoding("http://s", "c", "d"))).Build(),
            new Bundle(BundleType.Transaction, [new BundleEntry { FullUrl = "urn:uuid:1", Request = new BundleRequest("POST", "Patient"), Resource = Sample.Of("""{"resourceType":"Patient"}""") }]) { Timestamp = DateTimeOffset.UnixEpoch }.ToResource(),
            ResourceEditor.WithIdAndMeta(Sample.Of("""{"resourceType":"Patient"}"""), "1", "1", DateTimeOffset.UnixEpoch),
        ];

        Assert.All(written, resource => Assert.Empty(ResourceValidator.Validate(resource)));
    }

    [Fact]
    public void GivenThousandsOfFaults_WhenValidated_ThenABoundedNumberOfIssues()
    {
        var faults = string.Join(',', Enumerable.Repeat("3", 5_000));
        Assert.Equal(ResourceValidator.MaxIssues, ResourceValidator.Validate(Sample.Of($$"""{"resourceType":"Patient","name":[{{faults}}]}""")).Count);
    }
}
