using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Tests;

/// <summary>Parameters that have no rows of their own, where others hold their values.</summary>
public abstract partial class ResourceStoreTests<TFixture>
{
    private static readonly (string Id, string Json)[] Subjects =
    [
        ("p", """{"resourceType":"Observation","status":"final","subject":{"reference":"Patient/x","display":"Anna"},"code":{"text":"a"}}"""),
        ("g", """{"resourceType":"Observation","status":"preliminary","subject":{"reference":"Group/x","display":"All"},"code":{"text":"b"}}"""),
        ("i", """{"resourceType":"Observation","subject":{"type":"Patient","identifier":{"system":"urn:h","value":"7"}},"code":{"text":"c"}}"""),
        ("u", """{"resourceType":"Observation","subject":{"type":"Patient","reference":"urn:uuid:4b2a3c1e-0c5e-4b6e-9a43-5a0a3f0a7a11"},"code":{"text":"d"}}"""),
        ("n", """{"resourceType":"Observation","code":{"text":"e"}}"""),
    ];

    [Theory]
    [InlineData("reference patient=Patient/x", "p")]
    [InlineData("reference patient=x", "p")]
    [InlineData("reference patient=Group/x", "")]
    [InlineData("reference subject=x", "p g")]
    [InlineData("reference patient=urn:uuid:4b2a3c1e-0c5e-4b6e-9a43-5a0a3f0a7a11", "u")]
    [InlineData("reference patient:identifier=urn:h|7", "i")]
    [InlineData("reference patient:missing=true", "g n")]
    [InlineData("reference patient:missing=false", "p i u")]
    [InlineData("string patient:text=anna", "p")]
    [InlineData("string patient:text=all", "")]
    [InlineData("string subject:text=all", "g")]
    public async Task GivenSubjectsOfSeveralTypes_WhenSearchedByPatient_ThenThosePatientsOnly(string clause, string expected)
    {
        await StoreAllAsync(Subjects);
        var (kind, rest) = (clause.Split(' ')[0], clause.Split(' ')[1]);
        var filter = kind == "string" ? new SearchClause(rest.Split('=')[0], SearchKind.String, null, [new SearchValue(null, rest.Split('=')[1])]) : SearchTester.Query("Observation", clause).Clauses[0];
        Assert.Equal(expected, await FindAsync(SearchTester.Query("Observation") with { Clauses = [filter] }));
    }

    [Fact]
    public async Task GivenSubjectsOfSeveralTypes_WhenChainedOrInACompartment_ThenThosePatientsOnly()
    {
        await StoreAllAsync([.. Subjects, ("x", """{"resourceType":"Patient","gender":"female"}"""), ("x", """{"resourceType":"Group","type":"person"}""")]);
        await AssertFound("Observation", SearchTester.Chain("patient:Patient token gender=female"), "p");
        await AssertFound("Patient", SearchTester.Chain("has Observation patient token status=final"), "x");
        await AssertFound("Patient", SearchTester.Chain("has Observation patient token status=preliminary"), "");
        await AssertFound("Observation", new CompartmentFilter("Patient", "x", ["Observation.patient", "Observation.performer"], false), "p");
    }

    [Fact]
    public async Task GivenTypesWithAndWithoutAPatientOfTheirOwn_WhenSearchedTogether_ThenEachByItsOwn()
    {
        await StoreAllAsync([.. Subjects, ("allergy", """{"resourceType":"AllergyIntolerance","patient":{"reference":"Patient/x"}}""")]);
        var query = SearchTester.Query("Resource", "reference patient=x") with { Types = ["Observation", "AllergyIntolerance"] };
        Assert.Equal("p allergy", await FindAsync(query));
    }

    [Theory]
    [InlineData("quantity combo-value-quantity")]
    [InlineData("quantity -combo-value-quantity")]
    [InlineData("token combo-code")]
    public async Task GivenACrowdWithTheSameValueInTwoPlaces_WhenSorted_ThenEachIsThereOnce(string sort)
    {
        await Store.CommitAsync([.. Enumerable.Range(0, Crowd).Select(i => Create(Twice(i), $"o{i:D4}"))], Token);
        var query = SearchTester.Query("Observation", "token status=final") with { Sort = [SearchTester.Sort(sort)], Count = 700 };
        var found = await PagesAsync(query);
        var all = Enumerable.Range(0, Crowd);
        var expected = sort.Contains('-', StringComparison.Ordinal) && sort.StartsWith("quantity -", StringComparison.Ordinal) ? all.OrderByDescending(Value) : all.OrderBy(Value);
        Assert.Equal((sort.StartsWith("token", StringComparison.Ordinal) ? all : expected).Select(i => $"o{i:D4}"), found);
    }

    private static int Value(int i) => i * 31 % 97;

    private static string Twice(int i) => $$"""
        {"resourceType":"Observation","status":"final","code":{"coding":[{"code":"c"}]},"valueQuantity":{"value":{{Value(i)}} },
         "component":[{"code":{"coding":[{"code":"c"}]},"valueQuantity":{"value":{{Value(i)}} } }]}
        """;

    private async Task AssertFound(string type, SearchFilter filter, string expected)
        => Assert.Equal(expected, await FindAsync(SearchTester.Query(type) with { Clauses = [filter] }));
}
