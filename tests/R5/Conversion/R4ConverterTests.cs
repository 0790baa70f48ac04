using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.Conversion;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.Conversion;

/// <summary>Single facts of the R4 to R5 mapping (R5 pages "Conversions", HL7 fhir-cross-version).</summary>
public sealed class R4ConverterTests
{
    [Theory]
    [InlineData(
        """{"resourceType":"Procedure","performedDateTime":"2020","reasonCode":[{"text":"a"}],"reasonReference":[{"reference":"Condition/1"}],"category":{"text":"c"}}""",
        """{"resourceType":"Procedure","occurrenceDateTime":"2020","category":[{"text":"c"}],"reason":[{"concept":{"text":"a"}},{"reference":{"reference":"Condition/1"}}]}""")]
    [InlineData(
        """{"resourceType":"Condition","clinicalStatus":{"text":"x"},"recorder":{"reference":"Practitioner/1"},"evidence":[{"code":[{"text":"e"}],"detail":[{"reference":"Observation/1"}]}]}""",
        """{"resourceType":"Condition","clinicalStatus":{"text":"x"},"participant":[{"function":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/provenance-participant-type","code":"enterer"}]},"actor":{"reference":"Practitioner/1"}}],"evidence":[{"concept":{"text":"e"}},{"reference":{"reference":"Observation/1"}}]}""")]
    [InlineData(
        """{"resourceType":"MedicationRequest","medicationCodeableConcept":{"text":"m"},"dosageInstruction":[{"asNeededBoolean":true,"maxDosePerPeriod":{"numerator":{"value":1.50}}}]}""",
        """{"resourceType":"MedicationRequest","dosageInstruction":[{"asNeeded":true,"maxDosePerPeriod":[{"numerator":{"value":1.50}}]}],"medication":{"concept":{"text":"m"}}}""")]
    [InlineData(
        """{"resourceType":"Group","type":"person","actual":true,"_actual":{"id":"a"}}""",
        """{"resourceType":"Group","type":"person","_actual":{"id":"a"},"membership":"enumerated"}""")]
    [InlineData(
        """{"resourceType":"List","subject":{"reference":"Patient/1"}}""",
        """{"resourceType":"List","subject":[{"reference":"Patient/1"}]}""")]
    [InlineData(
        """{"resourceType":"ImagingStudy","modality":[{"code":"CT"}],"series":[{"bodySite":{"code":"1"}}]}""",
        """{"resourceType":"ImagingStudy","modality":[{"coding":[{"code":"CT"}]}],"series":[{"bodySite":{"concept":{"coding":[{"code":"1"}]}}}]}""")]
    [InlineData(
        """{"resourceType":"Observation","valueSampledData":{"period":10,"data":"1 2"}}""",
        """{"resourceType":"Observation","valueSampledData":{"interval":10,"data":"1 2","intervalUnit":"ms"}}""")]
    [InlineData(
        """{"resourceType":"Patient","photo":[{"size":12}],"contained":[{"resourceType":"Group","actual":false}]}""",
        """{"resourceType":"Patient","photo":[{"size":"12"}],"contained":[{"resourceType":"Group","membership":"definitional"}]}""")]
    [InlineData(
        """{"resourceType":"Organization","telecom":[{"value":"1"}],"address":[{"city":"a"},{"city":"b"}],"contact":[{"name":{"text":"n"}}]}""",
        """{"resourceType":"Organization","contact":[{"name":[{"text":"n"}]},{"telecom":[{"value":"1"}]},{"address":{"city":"a"}},{"address":{"city":"b"}}]}""")]
    [InlineData(
        """{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"DiagnosticReport","imagingStudy":[{"reference":"ImagingStudy/1"}]}}]}""",
        """{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"DiagnosticReport","study":[{"reference":"ImagingStudy/1"}]}}]}""")]
    public void GivenR4_WhenConverted_ThenItSaysTheSameInR5(string r4, string r5)
        => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(r5), JsonNode.Parse(Convert(r4).Resource.Json.Span)), Encoding.UTF8.GetString(Convert(r4).Resource.Json.Span));

    [Fact]
    public void GivenEncounter_WhenConverted_ThenMovedElementsArriveAndTheRestIsKeptInExtensions()
    {
        var converted = Convert("""
            {"resourceType":"Encounter","status":"arrived","class":{"code":"AMB"},"period":{"start":"2020"},
             "statusHistory":[{"status":"planned","period":{"start":"2019"}}],
             "diagnosis":[{"condition":{"reference":"Condition/1"},"rank":2}],
             "hospitalization":{"dietPreference":[{"text":"d"}],"admitSource":{"text":"s"}}}
            """);
        var encounter = converted.Resource.Element;
        Assert.Equal("in-progress", encounter.GetProperty("status").GetString());
        Assert.Equal("arrived", encounter.GetProperty("subjectStatus").GetProperty("coding")[0].GetProperty("code").GetString());
        Assert.Equal("AMB", encounter.GetProperty("class")[0].GetProperty("coding")[0].GetProperty("code").GetString());
        Assert.Equal("2020", encounter.GetProperty("actualPeriod").GetProperty("start").GetString());
        Assert.Equal("d", encounter.GetProperty("dietPreference")[0].GetProperty("text").GetString());
        Assert.Equal("s", encounter.GetProperty("admission").GetProperty("admitSource").GetProperty("text").GetString());
        Assert.Equal(2, Extension(encounter.GetProperty("diagnosis")[0], "Encounter.diagnosis.rank").GetProperty("valuePositiveInt").GetInt32());
        Assert.Equal("planned", Extension(encounter, "Encounter.statusHistory").GetProperty("extension")[0].GetProperty("valueCode").GetString());
        Assert.Equal("arrived", Extension(encounter, "Encounter.status").GetProperty("valueCode").GetString());
        Assert.Contains(converted.Issues, issue => issue is { Severity: IssueSeverity.Warning, Expression: "Encounter.status" });
        Assert.Contains(converted.Issues, issue => issue is { Severity: IssueSeverity.Information, Expression: "Encounter.statusHistory" });
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","animal":{"species":{"text":"dog"}}}""", "Patient.animal")]
    [InlineData("""{"resourceType":"CatalogEntry","status":"draft"}""", "CatalogEntry")]
    [InlineData("""{"resourceType":"Group","type":"medication","actual":true}""", "Group.type")]
    public void GivenWhatR5DoesNotKnow_WhenConverted_ThenItStaysAndIsReported(string r4, string expression)
    {
        var converted = Convert(r4);
        Assert.Equal(expression, Assert.Single(converted.Issues).Expression);
        Assert.Equal(IssueSeverity.Warning, converted.Issues[0].Severity);
        var last = JsonDocument.Parse(r4).RootElement.EnumerateObject().ElementAt(1);
        Assert.Equal(last.Value.GetRawText(), converted.Resource.Element.GetProperty(last.Name).GetRawText());
    }

    [Fact]
    public void GivenAPropertyTwice_WhenConverted_ThenStructure()
        => Assert.Equal(IssueCode.Structure, Assert.Throws<OperationProblem>(() => Convert("""{"resourceType":"Patient","id":"1","id":"2"}""")).Issues[0].Code);

    private static ConvertedResource Convert(string json) => R4Converter.Convert(Resource.Parse(Encoding.UTF8.GetBytes(json)));

    private static JsonElement Extension(JsonElement owner, string path) => owner.GetProperty("extension").EnumerateArray()
        .Single(extension => extension.GetProperty("url").GetString() == "http://hl7.org/fhir/4.0/StructureDefinition/extension-" + path);
}
