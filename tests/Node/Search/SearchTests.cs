using System.Net;
using System.Text.Json;

namespace GenoMed.Fhir.Node.Tests.Search;

/// <summary>Searches over HTTP, by what R5's search.html says of each feature.</summary>
public sealed class SearchTests(SearchNode hospital) : IClassFixture<SearchNode>
{
    [Theory]
    [InlineData("Observation?subject:Patient.name=ross", "o1")]
    [InlineData("Observation?patient.name=ross", "o1")]
    [InlineData("Observation?patient.organization.name=trust", "o2 o3")]
    [InlineData("Observation?patient.organization.partof.name=trust", "o1")]
    [InlineData("Observation?patient.organization.partof.name:exact=trust", "")]
    [InlineData("Observation?patient.birthdate=lt1955&code=718-7", "o1")]
    [InlineData("Observation?has-member.has-member:Observation.status=final", "o3")]
    [InlineData("Patient?_has:Observation:patient:code=718-7", "anna bruno")]
    [InlineData("Patient?_has:Observation:patient:code=718-7&_has:Observation:patient:status=amended", "bruno")]
    [InlineData("Patient?_has:Observation:patient:performer:Practitioner.name=verdi", "anna")]
    [InlineData("Organization?_has:Patient:organization:_has:Observation:patient:status=amended", "trust")]
    [InlineData("Observation?patient._has:Group:member:_id=g", "o1")]
    [InlineData("Patient?_list=l", "bruno")]
    [InlineData("Patient?identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|MR|X1", "anna")]
    [InlineData("Patient?identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|SS|X1", "")]
    [InlineData("Patient?identifier:text=record", "anna")]
    [InlineData("Observation?subject:text=anna", "o1")]
    [InlineData("Observation?code:text=GROUP", "o3")]
    [InlineData("Observation?code:code-text=gro", "o3")]
    [InlineData("Observation?code:code-text=oup", "")]
    [InlineData("Observation?status:in=http://hl7.org/fhir/ValueSet/observation-status", "o1 o2 o3")]
    [InlineData("Observation?status:not-in=http://hl7.org/fhir/ValueSet/observation-status", "")]
    [InlineData("Patient?gender:in=http://hl7.org/fhir/ValueSet/administrative-gender", "anna bruno")]
    [InlineData("Observation?status:below=http://hl7.org/fhir/observation-status|amended", "o2")]
    [InlineData("Observation?code-value-quantity=http://loinc.org|718-7$gt10", "o2")]
    [InlineData("Patient/anna/Observation?status=final", "o1")]
    [InlineData("Patient/anna/Observation", "o1")]
    [InlineData("Patient/bruno/Observation?_sort=-date", "o2 o3")]
    [InlineData("Patient/anna/*", "anna g o1 qr")]
    [InlineData("Practitioner/doc/Patient", "anna")]
    [InlineData("?_type=Patient,Group", "anna bruno g")]
    [InlineData("?_type=Organization&_id=trust,anna", "trust")]
    [InlineData("?_id=anna", "anna")]
    public async Task GivenAHospital_WhenSearched_ThenThoseThatMatch(string url, string expected)
        => Assert.Equal(expected, await hospital.FindAsync(url));

    [Theory]
    [InlineData("Observation?_id=o1&_include=Observation:subject", "anna")]
    [InlineData("Observation?_id=o1&_include=Observation:subject:Group", "")]
    [InlineData("Observation?_id=o1&_include=*", "anna doc")]
    [InlineData("Observation?_id=o1&_include=Observation:*", "anna doc")]
    [InlineData("Observation?_id=o1&_include=Observation:patient&_include=Observation:subject", "anna")]
    [InlineData("Observation?_id=o1&_include=Observation:patient&_include:iterate=Patient:organization", "anna clinic")]
    [InlineData("Observation?_id=o1&_include=Observation:patient&_include:iterate=Patient:organization&_include:iterate=Organization:partof", "anna clinic trust")]
    [InlineData("Observation?_id=o1&_include=Observation:patient&_include=Patient:organization", "anna")]
    [InlineData("Observation?_id=o3&_include=Observation:has-member", "o2")]
    [InlineData("Observation?_id=o3&_include:iterate=Observation:has-member", "o1 o2")]
    [InlineData("Observation?_id=o2,o3&_include:iterate=Observation:has-member", "o1")]
    [InlineData("Patient?_id=anna&_revinclude=Observation:patient", "o1")]
    [InlineData("Patient?_id=anna&_revinclude=Observation:subject:Patient", "o1")]
    [InlineData("Patient?_id=anna&_revinclude=Observation:*&_revinclude=Group:member", "g o1")]
    [InlineData("Observation?_id=o1&_revinclude:iterate=Observation:has-member", "o2 o3")]
    [InlineData("QuestionnaireResponse?_id=qr&_include=QuestionnaireResponse:questionnaire", "q")]
    [InlineData("Patient?_id=nobody&_include=Patient:organization", "")]
    public async Task GivenAHospital_WhenSearchedWithIncludes_ThenEachIsAddedOnce(string url, string expected)
        => Assert.Equal(expected, await hospital.FindAsync(url, "include"));

    [Theory]
    [InlineData("Observation?subject.name=x", "subject:Patient.name")]
    [InlineData("Observation?code:in=http://example.org/unknown", "not known here")]
    [InlineData("Observation?code-value-quantity=5", "code$value-quantity")]
    [InlineData("Patient/anna/Organization", "never belong")]
    [InlineData("?family=x", "no search parameter 'family'")]
    [InlineData("Patient?name:fuzzy=x", ":exact, :contains")]
    [InlineData("?_type=Nonsense", "not a resource type")]
    public async Task GivenASearchThatCannotBe_WhenSent_ThenInvalidAndSaysWhy(string url, string says)
        => Assert.Contains(says, (await hospital.Node.GetAsync(url)).ShouldBe(HttpStatusCode.BadRequest).Json.ToString().Replace("\\u0027", "'"));

    [Fact]
    public async Task GivenParametersInUrlAndForm_WhenPosted_ThenBothHold()
    {
        var found = await hospital.Node.SendAsync("POST", "Observation/_search?code=718-7", "status=final&_include=Observation%3Asubject", "application/x-www-form-urlencoded");
        Assert.Equal(["o1"], SearchNode.Entries(found.ShouldBe(HttpStatusCode.OK).Json, "match"));
        Assert.Equal(["anna"], SearchNode.Entries(found.Json, "include"));
        var compartment = await hospital.Node.SendAsync("POST", "Patient/anna/Observation/_search", "status=final", "application/x-www-form-urlencoded");
        Assert.Equal(["o1"], SearchNode.Entries(compartment.ShouldBe(HttpStatusCode.OK).Json, "match"));
        var system = await hospital.Node.SendAsync("POST", "_search", "_type=Group", "application/x-www-form-urlencoded");
        Assert.Equal(["g"], SearchNode.Entries(system.ShouldBe(HttpStatusCode.OK).Json, "match"));
    }

    [Theory]
    [InlineData("Patient/bruno/Observation?_count=1")]
    [InlineData("Patient/anna/*?_count=1")]
    [InlineData("?_type=Patient,Organization&_count=1&_sort=-_lastUpdated")]
    public async Task GivenPagesOfAnyContext_WhenFollowed_ThenEveryMatchOnce(string url)
    {
        var first = (await hospital.Node.GetAsync(url)).ShouldBe(HttpStatusCode.OK).Json;
        var seen = new List<string>();
        for (string? next = url; next is not null;)
        {
            var page = (await hospital.Node.GetAsync(next)).ShouldBe(HttpStatusCode.OK).Json;
            seen.AddRange(SearchNode.Entries(page, "match"));
            next = Link(page, "next");
        }

        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(first.GetProperty("total").GetInt32(), seen.Count);
        Assert.True(seen.Count > 1);
    }

    [Fact]
    public async Task GivenALenientClient_WhenPartsAreUnknown_ThenTheyAreReportedAndLeftOutOfTheSelfLink()
    {
        var page = (await hospital.Node.GetAsync("Observation?code=718-7&colour=red&subject:Patient.shoe=44&_include=Observation:hat", ("Prefer", "handling=lenient"))).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal(["o1", "o2"], SearchNode.Entries(page, "match").Order());
        Assert.Equal($"{hospital.Node.Base}Observation?code=718-7", Link(page, "self"));
        var outcome = page.GetProperty("entry").EnumerateArray().Last();
        Assert.Equal("outcome", outcome.GetProperty("search").GetProperty("mode").GetString());
        Assert.Equal(3, outcome.GetProperty("resource").GetProperty("issue").GetArrayLength());
    }

    private static string? Link(JsonElement page, string relation)
        => page.GetProperty("link").EnumerateArray().Where(link => link.GetProperty("relation").GetString() == relation).Select(link => link.GetProperty("url").GetString()).FirstOrDefault();
}
