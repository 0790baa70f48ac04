using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Profiles;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.R5.Tests.Resources;

namespace GenoMed.Fhir.R5.Tests.Profiles;

public sealed class ProfileValidatorTests
{
    private const string Patient = """{"resourceType":"Patient"}""";
    private const string TwoNames = """{"resourceType":"Patient","name":[{"use":"official","family":"A"},{"use":"nickname","text":"B"}]}""";

    [Theory]
    [InlineData("""{"id":"Patient.name","min":1}""", Patient, "at least 1")]
    [InlineData("""{"id":"Patient.name","max":"1"}""", TwoNames, "at most 1")]
    [InlineData("""{"id":"Patient.name","max":"0"}""", TwoNames, "must not be there")]
    [InlineData("""{"id":"Patient.name.family","fixedString":"Z"}""", TwoNames, "exactly \"Z\"")]
    [InlineData("""{"id":"Patient.name","patternHumanName":{"use":"official"}}""", TwoNames, "must hold")]
    [InlineData("""{"id":"Patient.name.family","maxLength":0}""", TwoNames, "longer than 0")]
    [InlineData("""{"id":"Patient.name.use","binding":{"strength":"required","valueSet":"urn:uses"}}""", TwoNames, "urn:uses, which is required")]
    [InlineData("""{"id":"Patient","constraint":[{"key":"x-1","severity":"error","human":"two names","expression":"name.count() > 5"}]}""", TwoNames, "x-1: two names")]
    [InlineData("""{"id":"Patient","constraint":[{"key":"x-2","severity":"error","human":"names in full","expression":"name.all(conformsTo('urn:sd:full'))"}]}""", TwoNames, "x-2: names in full")]
    [InlineData("""{"id":"Patient","constraint":[{"key":"x-3","severity":"error","human":"usual names","expression":"name.use.all(memberOf('urn:uses'))"}]}""", TwoNames, "x-3: usual names")]
    [InlineData("""{"id":"Patient.deceased[x]","type":[{"code":"boolean"}]}""", """{"resourceType":"Patient","deceasedDateTime":"2020"}""", "allowed: boolean")]
    [InlineData("""{"id":"Patient.deceasedBoolean","fixedBoolean":false}""", """{"resourceType":"Patient","deceasedBoolean":true}""", "exactly false")]
    [InlineData("""{"id":"Patient.multipleBirth[x]","maxValueInteger":3}""", """{"resourceType":"Patient","multipleBirthInteger":4}""", "out of its range")]
    [InlineData("""{"id":"Patient.managingOrganization","type":[{"code":"Reference","targetProfile":["urn:sd:ward"]}]}""", """{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o","name":"x"}],"managingOrganization":{"reference":"#o"}}""", "conforms to none of urn:sd:ward")]
    [InlineData("""{"id":"Patient.name","type":[{"code":"HumanName","profile":["urn:sd:full"]}]}""", TwoNames, "family is there 0 times")]
    public void GivenADemand_WhenAResourceBreaksIt_ThenAnErrorSaysSo(string element, string resource, string expected)
    {
        var error = Assert.Single(Validate(resource, [element]), issue => issue.Severity == IssueSeverity.Error);
        Assert.Contains(expected, error.Diagnostics, StringComparison.Ordinal);
        Assert.Empty(Validate(resource, []));
    }

    [Theory]
    [InlineData("value", "use", """{"id":"Patient.name:a.use","fixedCode":"official"}""")]
    [InlineData("pattern", "$this", """{"id":"Patient.name:a","patternHumanName":{"use":"official"}}""")]
    [InlineData("exists", "family", """{"id":"Patient.name:a.family","min":1}""")]
    [InlineData("exists", "text", """{"id":"Patient.name:a.text","max":"0"}""")]
    [InlineData("profile", "$this", """{"id":"Patient.name:a","type":[{"code":"HumanName","profile":["urn:sd:full"]}]}""")]
    [InlineData("position", "$this", """{"id":"Patient.name:a"}""")]
    [InlineData("value", "use", """{"id":"Patient.name:a.use","binding":{"strength":"required","valueSet":"urn:official"}}""")]
    public void GivenADiscriminator_WhenValuesAreSliced_ThenOneIsOfTheSlice(string type, string path, string demand)
    {
        string[] Elements(string rules, string slice) => [Slicing("Patient.name", type, path, rules), $$"""{"id":"Patient.name:a","sliceName":"a",{{slice}}}""", demand];

        Assert.Empty(Validate(TwoNames, Elements("open", "\"min\":1,\"max\":\"1\"")));
        Assert.Contains("name:a is there 1 times; at least 2", Assert.Single(Validate(TwoNames, Elements("open", "\"min\":2"))).Diagnostics, StringComparison.Ordinal);
        var closed = Assert.Single(Validate(TwoNames, Elements("closed", "\"min\":0")));
        Assert.Equal("Patient.name[1]", closed.Expression);
    }

    [Fact]
    public void GivenTypesOfAChoice_WhenSliced_ThenTheRightSliceApplies()
    {
        string[] elements =
        [
            """{"id":"Observation.value[x]","slicing":{"discriminator":[{"type":"type","path":"$this"}],"rules":"open"}}""",
            """{"id":"Observation.value[x]:valueQuantity","sliceName":"valueQuantity","type":[{"code":"Quantity"}]}""",
            """{"id":"Observation.value[x]:valueQuantity.code","fixedCode":"g"}""",
        ];
        const string Observation = """{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":1,"system":"http://unitsofmeasure.org","code":"kg"}}""";

        Assert.Contains("\"g\"", Assert.Single(Validate(Observation, elements, "Observation")).Diagnostics, StringComparison.Ordinal);
        Assert.Empty(Validate("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueString":"y"}""", elements, "Observation"));
    }

    [Fact]
    public void GivenOrderedSlices_WhenOutOfOrderOrFollowedAtTheEnd_ThenAnError()
    {
        string[] Elements(string rules, bool ordered) =>
        [
            $$"""{"id":"Patient.name","slicing":{"discriminator":[{"type":"value","path":"use"}],"rules":"{{rules}}","ordered":{{(ordered ? "true" : "false")}} } }""",
            """{"id":"Patient.name:n","sliceName":"n"}""", """{"id":"Patient.name:n.use","fixedCode":"nickname"}""",
            """{"id":"Patient.name:o","sliceName":"o"}""", """{"id":"Patient.name:o.use","fixedCode":"official"}""",
        ];

        Assert.Contains("out of order", Assert.Single(Validate(TwoNames, Elements("open", ordered: true))).Diagnostics, StringComparison.Ordinal);
        Assert.Empty(Validate(TwoNames, Elements("open", ordered: false)));
        var atEnd = TwoNames.Replace("\"name\":[", "\"name\":[{\"use\":\"old\",\"text\":\"C\"},", StringComparison.Ordinal);
        Assert.NotEmpty(Validate(atEnd, Elements("openAtEnd", ordered: false)));
    }

    [Fact]
    public void GivenAProfileOfAProfile_WhenItNamesASliceOfItsBase_ThenBothApply()
    {
        var derived = Definition("urn:derived", "Patient", "urn:test", """{"id":"Patient.name:a.family","max":"0"}""");
        var issues = Validate(TwoNames, [Slicing("Patient.name", "value", "use", "open"), """{"id":"Patient.name:a","sliceName":"a","min":2}""", """{"id":"Patient.name:a.use","fixedCode":"official"}"""], "Patient", "urn:derived", derived);

        Assert.Equal(2, issues.Count);
        Assert.All(issues, issue => Assert.Contains("urn:derived", issue.Diagnostics, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"urn:ext","valueString":"x"}]}""", "allowed: boolean")]
    [InlineData("""{"resourceType":"Patient","name":[{"text":"x","extension":[{"url":"urn:ext","valueBoolean":true}]}]}""", "not meant for this place")]
    [InlineData("""{"resourceType":"Patient","modifierExtension":[{"url":"urn:unknown","valueBoolean":true}]}""", "modifier extension urn:unknown is not known")]
    public void GivenAnExtension_WhenItsDefinitionIsBroken_ThenAnError(string resource, string expected)
        => Assert.Contains(expected, Assert.Single(Validate(resource, [])).Diagnostics, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"urn:ext","valueBoolean":true}]}""")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"urn:unknown","valueString":"x"}]}""")]
    [InlineData("""{"resourceType":"Patient","meta":{"profile":["http://hl7.org/fhir/StructureDefinition/Patient"]}}""")]
    public void GivenAnExtensionOrClaimInOrder_WhenValidated_ThenNoIssue(string resource) => Assert.Empty(Validate(resource, []));

    [Fact]
    public void GivenAClaim_WhenTheProfileIsUnknownFaultyOrForAnotherType_ThenItSaysSo()
    {
        Assert.Equal(IssueSeverity.Warning, Claim("urn:none").Severity);
        Assert.Equal(IssueSeverity.Warning, Claim("urn:loop").Severity);
        Assert.Contains("for a Organization", Claim("urn:sd:ward").Diagnostics, StringComparison.Ordinal);
        Assert.Equal(IssueSeverity.Error, Assert.Single(Validate(Patient, [], "Patient", "urn:none")).Severity);

        OutcomeIssue Claim(string url) => Validate($$"""{"resourceType":"Patient","meta":{"profile":["{{url}}"]} }""", [])[0];
    }

    private static IReadOnlyList<OutcomeIssue> Validate(string resource, string[] elements, string type = "Patient", string profile = "urn:test", params string[] more)
    {
        var source = new CanonicalSet(new[]
        {
            Definition("urn:test", type, ProfileSet.Core + type, elements),
            Definition("urn:sd:ward", "Organization", ProfileSet.Core + "Organization", """{"id":"Organization.alias","min":1}"""),
            Definition("urn:sd:full", "HumanName", ProfileSet.Core + "HumanName", """{"id":"HumanName.family","min":1}"""),
            Definition("urn:loop", "Patient", "urn:loop"),
            Definition("urn:ext", "Extension", ProfileSet.Core + "Extension", """{"id":"Extension.url","fixedUri":"urn:ext"}""", """{"id":"Extension.value[x]","min":1,"type":[{"code":"boolean"}]}""")
                .Replace("\"kind\"", "\"context\":[{\"type\":\"element\",\"expression\":\"Patient\"}],\"kind\"", StringComparison.Ordinal),
            """{"resourceType":"ValueSet","url":"urn:uses","compose":{"include":[{"system":"http://hl7.org/fhir/name-use","concept":[{"code":"usual"}]}]}}""",
            """{"resourceType":"ValueSet","url":"urn:official","compose":{"include":[{"system":"http://hl7.org/fhir/name-use","concept":[{"code":"official"}]}]}}""",
        }.Concat(more).Select(Sample.Of));
        return new ProfileValidator(source, new TerminologyService(source)).Validate(Sample.Of(resource), profile).DistinctBy(issue => (issue.Diagnostics, issue.Severity)).ToList();
    }

    private static string Definition(string url, string type, string baseUrl, params string[] elements) => $$"""
        {"resourceType":"StructureDefinition","url":"{{url}}","kind":"resource","type":"{{type}}","baseDefinition":"{{baseUrl}}","derivation":"constraint","differential":{"element":[{{string.Join(',', elements)}}]} }
        """;

    private static string Slicing(string id, string type, string path, string rules)
        => $$"""{"id":"{{id}}","slicing":{"discriminator":[{"type":"{{type}}","path":"{{path}}"}],"rules":"{{rules}}"} }""";
}
