using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Tests;

public abstract partial class ResourceStoreTests<TFixture>
{
    private static readonly (string Id, string Json)[] Pressures =
    [
        ("bp1", """
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"85354-9","display":"Blood pressure panel"}],"text":"Blood pressure"},
             "component":[
              {"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"valueQuantity":{"value":107,"unit":"mmHg","system":"http://unitsofmeasure.org","code":"mm[Hg]"}},
              {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},"valueQuantity":{"value":60,"unit":"mmHg","system":"http://unitsofmeasure.org","code":"mm[Hg]"}}]}
            """),
        ("bp2", """
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},
             "component":[
              {"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"valueQuantity":{"value":60,"unit":"mmHg","system":"http://unitsofmeasure.org","code":"mm[Hg]"}},
              {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},"valueCodeableConcept":{"coding":[{"code":"low"}]}}]}
            """),
        ("smoke", """
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"72166-2"}]},
             "valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"266919005"}]}}
            """),
        ("when", """{"resourceType":"Observation","status":"final","code":{"coding":[{"code":"onset"}]},"valueDateTime":"2020-02-03"}"""),
        ("says", """{"resourceType":"Observation","status":"final","code":{"coding":[{"code":"note"}]},"valueString":"Straßburg is far"}"""),
    ];

    [Theory]
    [InlineData("component-code-value-quantity=http://loinc.org|8480-6$60", "bp2")]
    [InlineData("component-code-value-quantity=8480-6$gt100", "bp1")]
    [InlineData("component-code-value-quantity=8462-4$60||mm[Hg]", "bp1")]
    [InlineData("component-code-value-quantity=8462-4$60||mmHg", "bp1")]
    [InlineData("component-code-value-quantity=8462-4$lt50", "")]
    [InlineData("component-code-value-quantity=8480-6$60,8462-4$60", "bp1 bp2")]
    [InlineData("combo-code-value-quantity=8480-6$gt50", "bp1 bp2")]
    [InlineData("code-value-quantity=8480-6$gt50", "")]
    [InlineData("component-code-value-concept=8462-4$low", "bp2")]
    [InlineData("component-code-value-concept=8480-6$low", "")]
    [InlineData("code-value-concept=http://loinc.org|72166-2$http://snomed.info/sct|266919005", "smoke")]
    [InlineData("code-value-concept=http://loinc.org|72166-2$http://loinc.org|266919005", "")]
    [InlineData("code-value-concept=onset$266919005,72166-2$266919005", "smoke")]
    [InlineData("code-value-concept:missing=false", "smoke")]
    [InlineData("code-value-concept:missing=true", "bp1 bp2 when says")]
    [InlineData("combo-code-value-concept=72166-2$266919005,8462-4$low", "bp2 smoke")]
    [InlineData("combo-code-value-concept=8480-6$low", "")]
    [InlineData("combo-code-value-concept:missing=true", "bp1 when says")]
    [InlineData("code-value-date=onset$2020-02", "when")]
    [InlineData("code-value-date=onset$gt2020-02-03", "")]
    [InlineData("code-value-string=note$strass", "")]
    [InlineData("code-value-string=note$strasburg", "says")]
    public async Task GivenPartsOfElements_WhenSearchedByAComposite_ThenPartsOfOneElementCount(string clause, string expected)
    {
        await StoreAllAsync(Pressures);
        Assert.Equal(expected, await FindAsync(SearchTester.Query("Observation", "composite " + clause)));
    }

    [Theory]
    [InlineData("string code:text=blood press", "bp1")]
    [InlineData("string code:text=panel", "")]
    public async Task GivenTextsOfCodes_WhenSearchedByWhatTheyBeginWith_ThenThose(string clause, string expected)
    {
        await StoreAllAsync(Pressures);
        var (code, values) = (clause.Split('=')[0].Split(' ')[1], clause.Split('=')[1]);
        var filter = new SearchClause(code, SearchKind.String, null, [new SearchValue(null, values)]);
        Assert.Equal(expected, await FindAsync(SearchTester.Query("Observation") with { Clauses = [filter] }));
    }

    public static TheoryData<string, string, string> Chains => new()
    {
        { "Observation", "subject:Patient token gender=female", "o1" },
        { "Observation", "subject:Patient string family=mull", "o1 o2" },
        { "Observation", "subject:Patient id _id=bruno", "o2" },
        { "Observation", "subject:Patient string family=nobody", "" },
        { "Observation", "subject:Patient token gender:missing=true", "" },
        { "Patient", "has Observation subject token code=718-7", "anna bruno" },
        { "Patient", "has Observation subject quantity value-quantity=gt10", "bruno" },
        { "Patient", "has Observation subject token status:not=final", "" },
        { "Patient", "has Observation subject token code=777-3", "" },
    };

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task GivenReferences_WhenSearchedAlongThem_ThenThoseWhoseEndMatches(string type, string chain, string expected)
    {
        await StoreAllAsync(People);
        await StoreAllAsync(Measurements);
        Assert.Equal(expected, await FindAsync(SearchTester.Query(type) with { Clauses = [SearchTester.Chain(chain)] }));
        Assert.Equal(expected, await FindAsync(SearchTester.Query(type, "id _id=anna,bruno,carla,dario,o1,o2,o3,o4") with { Clauses = [SearchTester.Chain(chain), SearchTester.Query(type, "id _id:not=x").Clauses[0]] }));
    }

    [Fact]
    public async Task GivenFiltersOfEachKind_WhenCombined_ThenTheyAreAndOrAndNot()
    {
        await StoreAllAsync(People);
        var female = SearchTester.Query("Patient", "token gender=female").Clauses[0];
        var young = SearchTester.Query("Patient", "date birthdate=ge1960").Clauses[0];
        Assert.Equal("carla", await FindAsync(With(new AllFilter([female, young]))));
        Assert.Equal("anna bruno carla", await FindAsync(With(new AnyFilter([female, young]))));
        Assert.Equal("bruno dario", await FindAsync(With(new NotFilter(female))));
        Assert.Equal("bruno carla dario", await FindAsync(With(new AnyFilter([young, new NotFilter(female)]))));
        Assert.Equal("dario", await FindAsync(With(new NotFilter(new AnyFilter([female, young])))));

        static SearchQuery With(SearchFilter filter) => SearchTester.Query("Patient") with { Clauses = [filter] };
    }

    [Fact]
    public async Task GivenAChainOverADeletedResource_WhenSearched_ThenItLeadsNowhere()
    {
        await StoreAllAsync(People);
        await StoreAllAsync(Measurements);
        await CommitAsync(Delete("Patient", "bruno"));
        Assert.Equal("o1", await FindAsync(SearchTester.Query("Observation") with { Clauses = [SearchTester.Chain("subject:Patient string family=mull")] }));
        Assert.Equal("anna", await FindAsync(SearchTester.Query("Patient") with { Clauses = [SearchTester.Chain("has Observation subject token code=718-7")] }));
    }

    [Fact]
    public async Task GivenACompartment_WhenSearched_ThenItsMembersAndItsFocus()
    {
        await StoreAllAsync(People);
        await StoreAllAsync(Measurements);
        var members = new CompartmentFilter("Patient", "anna", ["Observation.subject", "Patient.link", "Observation.performer"], WithFocus: true);
        var query = new SearchQuery(SearchQuery.AnyType, [members], [], 10);
        Assert.Equal("anna o1", await FindAsync(query));
        Assert.Equal("anna", await FindAsync(query with { Types = ["Patient"] }));
        Assert.Equal("o1", await FindAsync(query with { Clauses = [members with { WithFocus = false }] }));
    }

    [Fact]
    public async Task GivenSeveralTypes_WhenSearched_ThenMatchesOfEach()
    {
        await StoreAllAsync(People);
        await StoreAllAsync(Measurements);
        var query = SearchTester.Query(SearchQuery.AnyType) with { Types = ["Patient", "Observation"], Count = 3 };
        Assert.Equal(["anna", "bruno", "carla", "dario", "o1", "o2", "o3", "o4"], await PagesAsync(query));
        Assert.Equal("anna", await FindAsync(SearchTester.Query(SearchQuery.AnyType, "token _tag=demo")));
        Assert.Equal("o2", await FindAsync(SearchTester.Query(SearchQuery.AnyType, "id _id=o2")));
        Assert.Equal(["o4", "o3", "o2", "o1", "dario", "carla", "bruno", "anna"], await PagesAsync(query with { Sort = [SearchTester.Sort("id -_id")] }));
    }

    [Fact]
    public async Task GivenThousandsOfValues_WhenSearched_ThenTheyAreAllAskedFor()
    {
        await StoreAllAsync(People);
        var ids = string.Join(',', Enumerable.Range(0, 3000).Select(i => $"x{i}"));
        Assert.Equal("anna", await FindAsync(SearchTester.Query("Patient", $"id _id={ids},anna")));
        Assert.Equal("anna", await FindAsync(SearchTester.Query("Patient", $"token identifier={ids},urn:hospital|MRN1")));
        Assert.Equal("anna", await FindAsync(SearchTester.Query("Patient", $"reference general-practitioner={ids},Practitioner/gp1")));
        Assert.Equal("anna bruno", await FindAsync(SearchTester.Query("Patient", $"string family={ids},mull")));
    }

    [Fact]
    public async Task GivenALongText_WhenSearched_ThenItIsFoundByItsBeginningAndByAllOfIt()
    {
        var name = new string('a', 5000) + "é";
        await CommitAsync(Create(Patient(name), "long"));
        Assert.Equal("long", await FindAsync(SearchTester.Query("Patient", "string family=aaaaa")));
        Assert.Equal("long", await FindAsync(SearchTester.Query("Patient", "string family:exact=" + name)));
        Assert.Equal("", await FindAsync(SearchTester.Query("Patient", "string family:exact=" + name + "b")));
    }
}
