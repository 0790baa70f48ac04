using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.R5.Tests.References;

public sealed class FhirReferenceTests
{
    [Fact]
    public void GivenRelative_WhenParsed_ThenTypeAndId()
        => Assert.Equal(new FhirReference("Patient/a-1.b", ReferenceKind.Relative, "Patient", "a-1.b"), FhirReference.Parse("Patient/a-1.b"));

    [Fact]
    public void GivenVersion_WhenParsed_ThenItIsKept()
        => Assert.Equal("3", FhirReference.Parse("Patient/1/_history/3").VersionId);

    [Theory]
    [InlineData("http://node.test/fhir/Patient/1", "http://node.test/fhir", "Patient/1", null)]
    [InlineData("https://node.test:8080/fhir/Patient/1/_history/2", "https://node.test:8080/fhir", "Patient/1", "2")]
    [InlineData("http://snomed.info/sct", null, null, null)]
    [InlineData("http://Patient/1", null, null, null)]
    public void GivenAbsoluteUrl_WhenParsed_ThenBaseTypeAndIdWhereItNamesAResource(string text, string? baseUrl, string? local, string? version)
    {
        var reference = FhirReference.Parse(text);

        Assert.Equal(ReferenceKind.Absolute, reference.Kind);
        Assert.Equal((baseUrl, local, version), (reference.BaseUrl, reference.Local, reference.VersionId));
    }

    [Theory]
    [InlineData("urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0", ReferenceKind.Urn)]
    [InlineData("urn:oid:1.2.3", ReferenceKind.Urn)]
    [InlineData("#med1", ReferenceKind.Contained)]
    [InlineData("#", ReferenceKind.Contained)]
    public void GivenUrnOrFragment_WhenParsed_ThenItsKind(string text, ReferenceKind kind) => Assert.Equal(kind, FhirReference.Parse(text).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("Patient")]
    [InlineData("Patients/1")]
    [InlineData("Patient/1 2")]
    [InlineData("Patient/1/2")]
    [InlineData("urn:other:1")]
    [InlineData("# x")]
    public void GivenNoReference_WhenParsed_ThenInvalid(string text)
        => Assert.Equal(ProblemKind.Invalid, Assert.Throws<OperationProblem>(() => FhirReference.Parse(text)).Kind);

    [Theory]
    [InlineData("a", true)]
    [InlineData("A-1.b", true)]
    [InlineData("", false)]
    [InlineData("a_b", false)]
    [InlineData("é", false)]
    public void GivenText_WhenAskedWhetherId_ThenByThePattern(string text, bool expected) => Assert.Equal(expected, FhirId.IsValid(text));

    [Fact]
    public void GivenSixtyFiveCharacters_WhenAskedWhetherId_ThenNot() => Assert.False(FhirId.IsValid(new string('a', 65)));
}
