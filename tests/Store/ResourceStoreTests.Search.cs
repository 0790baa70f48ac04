using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Tests;

public abstract partial class ResourceStoreTests<TFixture>
{
    private static readonly (string Id, string Json)[] People =
    [
        ("anna", """
            {"resourceType":"Patient","active":true,"gender":"female","birthDate":"1950-06-15",
             "identifier":[{"system":"urn:hospital","value":"MRN1"}],"name":[{"family":"Müller","given":["Anna","Maria"]}],
             "telecom":[{"system":"phone","value":"555-1"},{"system":"email","value":"Anna@Example.org"}],
             "address":[{"city":"Bologna","country":"IT"}],"generalPractitioner":[{"reference":"Practitioner/gp1"}],
             "meta":{"tag":[{"system":"urn:tags","code":"demo"}],"profile":["http://example.org/p|1.0"],"source":"http://example.org/feed"}}
            """),
        ("bruno", """
            {"resourceType":"Patient","active":false,"gender":"male","birthDate":"1960",
             "identifier":[{"value":"MRN1"}],"name":[{"family":"MULLERSON","given":["Bruno"]}],"deceasedDateTime":"2020-01-01",
             "generalPractitioner":[{"reference":"Organization/gp1"},{"identifier":{"system":"urn:gp","value":"77"}}]}
            """),
        ("carla", """{"resourceType":"Patient","gender":"female","deceasedBoolean":false,"name":[{"text":"Carla de Mülle"}],"birthDate":"1970-01-01"}"""),
        ("dario", """{"resourceType":"Patient"}"""),
    ];

    private static readonly (string Id, string Json)[] Measurements =
    [
        ("o1", """
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"718-7"}]},
             "subject":{"reference":"Patient/anna"},"effectiveDateTime":"2020-03-01T10:00:00Z",
             "valueQuantity":{"value":9.8,"unit":"g/dL","system":"http://unitsofmeasure.org","code":"g/dL"}}
            """),
        ("o2", """
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"718-7"}]},
             "subject":{"reference":"Patient/bruno"},"effectivePeriod":{"start":"2020-03-01","end":"2020-03-31"},
             "valueQuantity":{"value":12.04,"unit":"grams","system":"http://unitsofmeasure.org","code":"g/dL"}}
            """),
        ("o3", """
            {"resourceType":"Observation","status":"preliminary","code":{"coding":[{"system":"http://loinc.org","code":"777-3"}]},
             "subject":{"reference":"http://other.example/fhir/Patient/anna"},"effectivePeriod":{"start":"2021"},
             "valueQuantity":{"value":150,"unit":"10*9/L","system":"http://unitsofmeasure.org","code":"10*9/L"}}
            """),
        ("o4", """{"resourceType":"Observation","status":"final","code":{"text":"free"},"subject":{"identifier":{"system":"urn:hospital","value":"MRN1"}}}"""),
    ];

    [Theory]
    [InlineData("id _id=anna", "anna")]
    [InlineData("id _id=anna,dario,nobody", "anna dario")]
    [InlineData("id _id:not=anna", "bruno carla dario")]
    [InlineData("token gender=female", "anna carla")]
    [InlineData("token gender=FEMALE", "anna carla")]
    [InlineData("token gender=http://hl7.org/fhir/administrative-gender|male", "bruno")]
    [InlineData("token gender:not=female", "bruno dario")]
    [InlineData("token gender:not=female,male", "dario")]
    [InlineData("token gender:missing=true", "dario")]
    [InlineData("token gender:missing=false", "anna bruno carla")]
    [InlineData("token active=true", "anna")]
    [InlineData("token identifier=MRN1", "anna bruno")]
    [InlineData("token identifier=urn:hospital|MRN1", "anna")]
    [InlineData("token identifier=|MRN1", "bruno")]
    [InlineData("token identifier=urn:hospital|", "anna")]
    [InlineData("token identifier=urn:never-seen|MRN1", "")]
    [InlineData("token email=anna@example.org", "anna")]
    [InlineData("token phone=anna@example.org", "")]
    [InlineData("token telecom=555-1", "anna")]
    [InlineData("token deceased=true", "bruno")]
    [InlineData("token deceased=false", "anna carla dario")]
    [InlineData("token _tag=urn:tags|demo", "anna")]
    [InlineData("reference _profile=http://example.org/p", "anna")]
    [InlineData("reference _profile=http://example.org/p|1.0", "anna")]
    [InlineData("reference _profile=http://example.org/p|2.0", "")]
    [InlineData("uri _source=http://example.org/feed", "anna")]
    [InlineData("uri _source:below=http://example.org", "anna")]
    [InlineData("uri _source:above=http://example.org/feed/a/b", "anna")]
    [InlineData("string family=mull", "anna bruno")]
    [InlineData("string family=Müller", "anna bruno")]
    [InlineData("string family:exact=Müller", "anna")]
    [InlineData("string family:exact=muller", "")]
    [InlineData("string name=mar", "anna")]
    [InlineData("string name:contains=MÜLL", "anna bruno carla")]
    [InlineData("string address-city=bol", "anna")]
    [InlineData("string address=it", "anna")]
    [InlineData("date birthdate=1960", "bruno")]
    [InlineData("date birthdate=1950-06", "anna")]
    [InlineData("date birthdate=ne1950-06-15", "bruno carla")]
    [InlineData("date birthdate=lt1960", "anna")]
    [InlineData("date birthdate=ge1960", "bruno carla")]
    [InlineData("date birthdate=le1960-12-31", "anna bruno")]
    [InlineData("date birthdate=gt1960-06", "bruno carla")]
    [InlineData("date birthdate=sa1960", "carla")]
    [InlineData("date birthdate=eb1960", "anna")]
    [InlineData("date birthdate=ap1955", "anna bruno")]
    [InlineData("reference general-practitioner=Practitioner/gp1", "anna")]
    [InlineData("reference general-practitioner=gp1", "anna bruno")]
    [InlineData("reference general-practitioner:Organization=gp1", "bruno")]
    [InlineData("reference general-practitioner:identifier=urn:gp|77", "bruno")]
    [InlineData("reference general-practitioner:missing=true", "carla dario")]
    public async Task GivenPatients_WhenSearched_ThenThoseThatMatch(string clause, string expected)
    {
        await StoreAllAsync(People);
        Assert.Equal(expected, await FindAsync(SearchTester.Query("Patient", clause)));
    }

    [Theory]
    [InlineData("token code=http://loinc.org|718-7", "o1 o2")]
    [InlineData("token code:not=http://loinc.org|718-7", "o3 o4")]
    [InlineData("token status=final", "o1 o2 o4")]
    [InlineData("reference subject=Patient/anna", "o1")]
    [InlineData("reference patient=Patient/anna", "o1")]
    [InlineData("reference subject=http://other.example/fhir/Patient/anna", "o3")]
    [InlineData("reference subject:identifier=urn:hospital|MRN1", "o4")]
    [InlineData("reference subject:missing=true", "")]
    [InlineData("quantity value-quantity=9.8", "o1")]
    [InlineData("quantity value-quantity=12", "o2")]
    [InlineData("quantity value-quantity=12.0", "o2")]
    [InlineData("quantity value-quantity=12.1", "")]
    [InlineData("quantity value-quantity=gt12.04", "o3")]
    [InlineData("quantity value-quantity=ge12.04", "o2 o3")]
    [InlineData("quantity value-quantity=lt12.04|http://unitsofmeasure.org|g/dL", "o1")]
    [InlineData("quantity value-quantity=12||grams", "o2")]
    [InlineData("quantity value-quantity=1e1||g/dL", "o1 o2")]
    [InlineData("quantity value-quantity=ap10", "o1")]
    [InlineData("quantity value-quantity=ne150", "o1 o2")]
    [InlineData("date date=2020-03-01", "o1")]
    [InlineData("date date=2020-03", "o1 o2")]
    [InlineData("date date=ge2020-03-20", "o2 o3")]
    [InlineData("date date=gt2035", "o3")]
    [InlineData("date date=sa2020-12", "o3")]
    [InlineData("date date:missing=true", "o4")]
    public async Task GivenObservations_WhenSearched_ThenThoseThatMatch(string clause, string expected)
    {
        await StoreAllAsync(Measurements);
        Assert.Equal(expected, await FindAsync(SearchTester.Query("Observation", clause)));
    }

    [Theory]
    [InlineData("o1", "token code=718-7", "reference subject=Patient/anna")]
    [InlineData("o2", "token code=718-7", "date date=ge2020-03-20", "quantity value-quantity=gt10")]
    [InlineData("o2", "token code=718-7", "reference subject:missing=false", "id _id:not=o1")]
    [InlineData("", "token code=718-7", "token code=777-3")]
    [InlineData("o3", "token status:not=final", "id _id=o1,o3")]
    public async Task GivenSeveralClauses_WhenSearched_ThenAllHold(string expected, params string[] clauses)
    {
        await StoreAllAsync(Measurements);
        Assert.Equal(expected, await FindAsync(SearchTester.Query("Observation", clauses)));
    }

    [Fact]
    public async Task GivenAnUpdateAndADelete_WhenSearched_ThenOnlyTheCurrentContentIsFound()
    {
        await StoreAllAsync(People);
        await CommitAsync(Update("""{"resourceType":"Patient","gender":"other","birthDate":"1950-06-15"}""", "anna"));
        await CommitAsync(Delete("Patient", "carla"));
        Assert.Equal("", await FindAsync(SearchTester.Query("Patient", "token gender=female")));
        Assert.Equal("anna", await FindAsync(SearchTester.Query("Patient", "token gender=other")));
        Assert.Equal("anna", await FindAsync(SearchTester.Query("Patient", "date birthdate=1950-06-15")));
        Assert.Equal("", await FindAsync(SearchTester.Query("Patient", "string family:exact=Müller")));
    }

    [Fact]
    public async Task GivenCommitsAtTwoTimes_WhenSearchedByLastUpdated_ThenThoseOfThatTime()
    {
        await CommitAsync(Create(Patient("A"), "a"));
        _fixture.Time.Now += TimeSpan.FromHours(2);
        await CommitAsync(Create(Patient("B"), "b"));
        Assert.Equal("b", await FindAsync(SearchTester.Query("Patient", "date _lastUpdated=gt2026-03-01T13:00:00Z")));
        Assert.Equal("a", await FindAsync(SearchTester.Query("Patient", "date _lastUpdated=2026-03-01T12:00:00Z")));
        Assert.Equal("a b", await FindAsync(SearchTester.Query("Patient", "date _lastUpdated=2026-03-01")));
    }

    [Theory]
    [InlineData("date birthdate", "anna bruno carla dario")]
    [InlineData("date -birthdate", "carla bruno anna dario")]
    [InlineData("string family", "anna bruno carla dario")]
    [InlineData("id -_id", "dario carla bruno anna")]
    [InlineData("date -_lastUpdated", "anna bruno carla dario")]
    public async Task GivenASort_WhenPagedOneByOne_ThenInOrderWithAbsentLast(string sort, string expected)
    {
        await StoreAllAsync(People);
        var query = SearchTester.Query("Patient") with { Sort = [SearchTester.Sort(sort)], Count = 1 };
        Assert.Equal(expected.Split(' '), await PagesAsync(query));
    }

    [Fact]
    public async Task GivenTwoSortKeys_WhenPaged_ThenTheSecondBreaksTies()
    {
        await StoreAllAsync(People);
        var query = SearchTester.Query("Patient") with { Sort = [SearchTester.Sort("token gender"), SearchTester.Sort("date -birthdate")], Count = 1 };
        Assert.Equal(["carla", "anna", "bruno", "dario"], await PagesAsync(query));
    }

    [Fact]
    public async Task GivenWritesWhilePaging_WhenPagedOn_ThenNothingIsRepeatedOrLeftOut()
    {
        await Store.CommitAsync([.. Enumerable.Range(0, 30).Select(i => Create(Patient("Same"), $"p{i:D2}"))], Token);
        var query = SearchTester.Query("Patient", "string family=same") with { Count = 7 };
        List<string> seen = [];
        for (string? cursor = null; seen.Count == 0 || cursor is not null;)
        {
            var page = await Store.SearchAsync(query with { Cursor = cursor }, Token);
            seen.AddRange(page.Matches.Select(match => match.Id));
            cursor = page.Next;
            await CommitAsync(Delete("Patient", seen[^1]));
            await CommitAsync(Update("""{"resourceType":"Patient","active":true,"name":[{"family":"Same"}]}""", "p29"));
        }

        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"p{i:D2}"), seen);
    }

    [Fact]
    public async Task GivenAQuery_WhenOnlyCounted_ThenTotalWithoutMatches()
    {
        await StoreAllAsync(People);
        var page = await Store.SearchAsync(SearchTester.Query("Patient", "token gender=female") with { Count = 0 }, Token);
        var without = await Store.SearchAsync(SearchTester.Query("Patient") with { Count = 1, WithTotal = false }, Token);
        Assert.Equal((2L, 0), (page.Total, page.Matches.Count));
        Assert.Equal((null, 1), (without.Total, without.Matches.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!")]
    [InlineData("bm90IGpzb24")]
    [InlineData("WzEsMl0")]
    public async Task GivenAForeignCursor_WhenSearched_ThenInvalid(string cursor)
        => Assert.Equal(ProblemKind.Invalid, await ProblemAsync(() => Store.SearchAsync(SearchTester.Query("Patient") with { Cursor = cursor }, Token)));

    [Theory]
    [InlineData("string family='; DROP TABLE resource; --")]
    [InlineData("token identifier=' OR '1'='1")]
    [InlineData("reference general-practitioner=\") OR 1=1 --")]
    public async Task GivenSqlInAValue_WhenSearched_ThenItIsOnlyText(string clause)
    {
        await StoreAllAsync(People);
        Assert.Equal("", await FindAsync(SearchTester.Query("Patient", clause)));
        Assert.NotNull(await Store.ReadAsync("Patient", "anna", Token));
    }

    private Task StoreAllAsync((string Id, string Json)[] resources)
        => Store.CommitAsync([.. resources.Select(resource => Create(resource.Json, resource.Id))], Token);

    private async Task<string> FindAsync(SearchQuery query)
    {
        var page = await Store.SearchAsync(query, Token);
        Assert.Equal(page.Total, page.Matches.Count);
        return string.Join(' ', page.Matches.Select(match => match.Id));
    }

    private async Task<List<string>> PagesAsync(SearchQuery query)
    {
        List<string> seen = [];
        string? cursor = null;
        do
        {
            var page = await Store.SearchAsync(query with { Cursor = cursor }, Token);
            seen.AddRange(page.Matches.Select(match => match.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        return seen;
    }
}
