using System.Net;
using System.Text.Json;

namespace GenoMed.Fhir.Node.Tests.Search.Filters;

/// <summary><c>_filter</c> over HTTP, by what R5's search_filter.html says of each operator.</summary>
public abstract class FilterTests(SearchNode hospital)
{
    [Theory]
    // Strings: the whole text, without case and accents.
    [InlineData("Patient", "family eq \"ROSSI\"", "anna")]
    [InlineData("Patient", "family eq ross", "")]
    [InlineData("Patient", "family ne rossi", "bruno")]
    [InlineData("Patient", "family co oss", "anna")]
    [InlineData("Patient", "family sw Bi", "bruno")]
    [InlineData("Patient", "family ew SI", "anna")]
    [InlineData("Patient", "family ew \"\"", "anna bruno")]
    [InlineData("Patient", "family gt bianchi", "anna")]
    [InlineData("Patient", "family ge bianchi and family lt c", "bruno")]
    [InlineData("Patient", "family le \"bianchi\"", "bruno")]
    [InlineData("Patient", "family eq \"\\u0052oss\\u0069\"", "anna")]
    [InlineData("Patient", "family eq \"Ros,si\"", "")]
    // Dates: periods.
    [InlineData("Patient", "birthdate ge 1955-01-01", "bruno")]
    [InlineData("Patient", "birthdate eq 1960", "bruno")]
    [InlineData("Patient", "birthdate ne 1960", "anna")]
    [InlineData("Patient", "birthdate co 1960-05-01", "bruno")]
    [InlineData("Patient", "birthdate po 1960-05", "bruno")]
    [InlineData("Patient", "birthdate po 1950-06-15", "anna")]
    [InlineData("Patient", "birthdate sa 1955", "bruno")]
    [InlineData("Patient", "birthdate eb 1955", "anna")]
    [InlineData("Patient", "_lastUpdated gt 2000-01-01 and _lastUpdated lt 2999-01-01", "anna bruno")]
    // Quantities, with the short names of systems.
    [InlineData("Observation", "value-quantity gt 10", "o2")]
    [InlineData("Observation", "value-quantity eq 9.8|ucum|g/dL", "o1")]
    [InlineData("Observation", "value-quantity ap 12", "o2")]
    // Tokens.
    [InlineData("Observation", "code eq loinc|718-7", "o1 o2")]
    [InlineData("Observation", "code eq http://loinc.org|718-7", "o1 o2")]
    [InlineData("Observation", "code eq snomed|718-7", "")]
    [InlineData("Observation", "status ne final", "o2")]
    [InlineData("Observation", "status ss http://hl7.org/fhir/observation-status|amended", "o2")]
    [InlineData("Observation", "status sb http://hl7.org/fhir/observation-status|amended", "o2")]
    [InlineData("Observation", "status in http://hl7.org/fhir/ValueSet/observation-status", "o1 o2 o3")]
    [InlineData("Observation", "status ni http://hl7.org/fhir/ValueSet/observation-status", "")]
    [InlineData("Patient", "gender ni http://hl7.org/fhir/ValueSet/observation-status", "anna bruno")]
    [InlineData("Patient", "_has:Observation:patient:status ni http://hl7.org/fhir/ValueSet/observation-status", "")]
    // References, ids, URIs, composites.
    [InlineData("Observation", "subject re Patient/bruno", "o2 o3")]
    [InlineData("Observation", "subject eq anna", "o1")]
    [InlineData("Observation", "subject ne Patient/bruno", "o1")]
    [InlineData("Patient", "_id eq anna or _id eq bruno", "anna bruno")]
    [InlineData("Patient", "_id ne anna", "bruno")]
    [InlineData("Questionnaire", "url eq http://example.org/q", "q")]
    [InlineData("Questionnaire", "url sw \"http://example\" and url ew /q and url co example.org", "q")]
    [InlineData("Questionnaire", "url ne http://example.org/q", "")]
    [InlineData("Observation", "code-value-quantity eq \"http://loinc.org|718-7$gt10\"", "o2")]
    // Present.
    [InlineData("Patient", "identifier pr true", "anna")]
    [InlineData("Patient", "identifier pr false", "bruno")]
    [InlineData("Observation", "performer:Practitioner.name pr false", "o2 o3")]
    [InlineData("Observation", "performer pr false and value-quantity pr true", "o2")]
    // Logic: from left to right, parentheses, not.
    [InlineData("Patient", "_id eq anna or _id eq bruno and gender eq male", "bruno")]
    [InlineData("Patient", "_id eq anna or (_id eq bruno and gender eq male)", "anna bruno")]
    [InlineData("Patient", "not (gender eq male)", "anna")]
    [InlineData("Patient", "not(gender eq male or gender eq female)", "")]
    [InlineData("Observation", "not (status eq final) or (subject re Patient/anna)", "o1 o2")]
    // Paths.
    [InlineData("Observation", "subject:Patient.name co \"oss\"", "o1")]
    [InlineData("Observation", "patient.organization.name eq trust", "")]
    [InlineData("Observation", "patient.organization.name sw trust", "o2 o3")]
    [InlineData("Observation", "patient[gender eq male].organization.name sw t", "o2 o3")]
    [InlineData("Observation", "patient[gender eq female].organization.name sw t", "")]
    [InlineData("Observation", "patient[gender eq female and (family eq rossi)].organization[name eq clinic].partof.name co bologna", "o1")]
    [InlineData("Patient", "_has:Observation:patient:status eq amended", "bruno")]
    [InlineData("Patient", "_has:Observation:patient:performer:Practitioner.name sw verdi", "anna")]
    [InlineData("Patient", "not (_has:Observation:patient:performer:Practitioner.name pr true)", "bruno")]
    [InlineData("Organization", "_has:Patient:organization:_has:Observation:patient:status eq amended", "trust")]
    [InlineData("Patient", "given eq \"x\" or (family eq rossi and birthdate ge 1950 and _has:Observation:patient:code eq loinc|718-7)", "anna")]
    public async Task GivenAHospital_WhenFiltered_ThenThoseThatMatch(string type, string filter, string expected)
    {
        SkipWithoutNode();
        Assert.Equal(expected, await hospital.FindAsync($"{type}?_filter={Uri.EscapeDataString(filter)}"));
    }

    [Theory]
    [InlineData("Observation?status=final&_filter=subject%20re%20Patient/bruno", "o3")]
    [InlineData("Patient/bruno/Observation?_filter=status%20ne%20final", "o2")]
    [InlineData("?_type=Patient,Group&_filter=_id%20eq%20anna%20or%20_id%20eq%20g", "anna g")]
    [InlineData("Observation?_filter=status%20eq%20final&_sort=-_id&_count=1", "o3")]
    public async Task GivenAFilter_WhenWithOtherParametersAndContexts_ThenAllHold(string url, string expected)
    {
        SkipWithoutNode();
        Assert.Equal(expected, await hospital.FindAsync(url));
    }

    [Fact]
    public async Task GivenAFilterAsDeepAndLongAsAllowed_WhenSearched_ThenItIsAnswered()
    {
        SkipWithoutNode();
        var deep = new string('(', 15) + "patient[gender eq female].organization.partof.name sw trust" + new string(')', 15);
        Assert.Equal("o1", await hospital.FindAsync($"Observation?_filter={Uri.EscapeDataString(deep)}"));
        var nested = string.Concat(Enumerable.Repeat("not (status ne final and ", 14)) + "status eq final" + new string(')', 14);
        Assert.Equal("o1 o3", await hospital.FindAsync($"Observation?_filter={Uri.EscapeDataString(nested)}"));
        var wide = string.Join(" or ", Enumerable.Range(0, 99).Select(i => $"_id eq x{i}")) + " or _has:Observation:patient:status eq amended";
        Assert.Equal("bruno", await hospital.FindAsync($"Patient?_filter={Uri.EscapeDataString(wide)}"));
    }

    [Fact]
    public async Task GivenAnyLogic_WhenFiltered_ThenItFindsWhatTheSetsOfItsTestsSay()
    {
        SkipWithoutNode();
        string[] atoms =
        [
            "status eq final", "status ne final", "date ge 2021", "value-quantity gt 10", "value-quantity pr false", "subject re Patient/bruno", "code ni http://hl7.org/fhir/ValueSet/observation-status",
            "patient.family sw ross", "patient[gender eq male].organization.name co trust", "has-member pr true", "_has:Observation:has-member:status eq final", "_id eq o2",
        ];
        var tests = new List<(string Test, IReadOnlySet<string> Found)>();
        foreach (var atom in atoms)
        {
            tests.Add((atom, await SetAsync(atom)));
        }

        var filters = new RandomFilter(new Random(188), tests, await SetAsync("status pr true"));
        for (var round = 0; round < 60; round++)
        {
            var (filter, expected) = filters.Next(3);
            Assert.Equal((filter, string.Join(' ', expected.Order(StringComparer.Ordinal))), (filter, string.Join(' ', (await SetAsync(filter)).Order(StringComparer.Ordinal))));
        }
    }

    [Fact]
    public async Task GivenALenientClient_WhenAnOperatorIsNotSupported_ThenTheFilterIsLeftOutAndReported()
    {
        SkipWithoutNode();
        var page = (await hospital.Node.GetAsync("Observation?_id=o1&_filter=status%20sw%20fin", ("Prefer", "handling=lenient"))).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal(["o1"], SearchNode.Entries(page, "match"));
        Assert.Contains("does not take 'sw'", page.GetProperty("entry").EnumerateArray().Last().GetProperty("resource").ToString().Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("_filter", page.GetProperty("link")[0].GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenTheStatement_WhenRead_ThenEachTypeHasTheFilter()
    {
        SkipWithoutNode();
        var resources = (await hospital.Node.GetAsync("metadata")).Json.GetProperty("rest")[0].GetProperty("resource").EnumerateArray().ToList();
        Assert.All(resources, resource => Assert.Contains(resource.GetProperty("searchParam").EnumerateArray(), IsFilter));
    }

    private async Task<IReadOnlySet<string>> SetAsync(string filter)
        => (await hospital.FindAsync($"Observation?_filter={Uri.EscapeDataString(filter)}")).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();

    private static bool IsFilter(JsonElement parameter)
        => parameter.GetProperty("name").GetString() == "_filter" && parameter.GetProperty("definition").GetString() == "http://hl7.org/fhir/SearchParameter/Resource-filter";

    private void SkipWithoutNode() => Assert.SkipWhen(hospital.Node is null, "no PostgreSQL server");
}
