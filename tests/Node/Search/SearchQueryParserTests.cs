using GenoMed.Fhir.Node.Search;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Tests.Search;

public sealed class SearchQueryParserTests
{
    [Fact]
    public void GivenParametersOfEachKind_WhenParsed_ThenClausesWithPrefixesAndModifiers()
    {
        var clauses = Parse("Observation", "code:not=http://loinc.org|718-7,x", "date=ge2020-01", "value-quantity=lt5.4|http://unitsofmeasure.org|mg", "subject:Patient=1", "_id=a").Query.Clauses.Cast<SearchClause>().ToList();
        Assert.Equal(["code", "date", "value-quantity", "subject", "_id"], clauses.Select(clause => clause.Code));
        Assert.Equal([SearchKind.Token, SearchKind.Date, SearchKind.Quantity, SearchKind.Reference, SearchKind.Id], clauses.Select(clause => clause.Kind));
        Assert.Equal(["not", null, null, "Patient", null], clauses.Select(clause => clause.Modifier));
        Assert.Equal([new SearchValue(null, "http://loinc.org|718-7"), new SearchValue(null, "x")], clauses[0].Values);
        Assert.Equal([new SearchValue("ge", "2020-01")], clauses[1].Values);
        Assert.Equal([new SearchValue("lt", "5.4|http://unitsofmeasure.org|mg")], clauses[2].Values);
    }

    [Fact]
    public void GivenResultParameters_WhenParsed_ThenTheyShapeThePage()
    {
        var query = Parse("Patient", "_count=5000", "_sort=-birthdate,_id", "_total=none", "_cursor=abc", "_format=json", "_summary=true").Query;
        Assert.Equal((1000, "abc", false), (query.Count, query.Cursor, query.WithTotal));
        Assert.Equal([new SearchSort("birthdate", SearchKind.Date, true), new SearchSort("_id", SearchKind.Id, false)], query.Sort);
        Assert.Empty(query.Clauses);
    }

    [Fact]
    public void GivenSummaryCount_WhenParsed_ThenOnlyTheTotalIsAsked() => Assert.Equal(0, Parse("Patient", "_summary=count").Query.Count);

    [Fact]
    public void GivenAnEscapedComma_WhenParsed_ThenOneValue()
        => Assert.Equal([new SearchValue(null, @"a\,b"), new SearchValue(null, "c")], Clause("Patient", @"name=a\,b,c").Values);

    [Theory]
    [InlineData("famly=x", "famly", "family")]
    [InlineData("birthDate=1950", "birthDate", "birthdate")]
    [InlineData("_tags=x", "_tags", "_tag")]
    public void GivenAnUnknownParameter_WhenParsed_ThenInvalidWithTheNearestNames(string parameter, string name, string nearest)
    {
        var issue = Assert.Single(Refused("Patient", parameter).Issues);
        Assert.Equal(name, issue.Expression);
        Assert.Contains(nearest, issue.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAnUnknownParameter_WhenLenient_ThenAWarningAndItIsNotUsed()
    {
        var parsed = SearchQueryParser.Parse("Patient", Pairs("famly=x", "gender=male"), new SearchParserOptions { Lenient = true });
        Assert.Equal("famly", Assert.Single(parsed.Warnings).Expression);
        Assert.Equal(["gender"], parsed.Used.Select(used => used.Key));
        Assert.Equal("gender", ((SearchClause)Assert.Single(parsed.Query.Clauses)).Code);
    }

    [Theory]
    [InlineData("birthdate=1950-13-01", "birthdate", "not a date")]
    [InlineData("birthdate=xx1950", "birthdate", "not a prefix")]
    [InlineData("birthdate=ge", "birthdate", "not a date")]
    [InlineData("gender:exact=male", "gender:exact", "no modifier")]
    [InlineData("gender:missing=maybe", "gender:missing", "true or false")]
    [InlineData("gender=a|b|c", "gender", "not a token")]
    [InlineData("gender=|", "gender", "not a token")]
    [InlineData("general-practitioner=Nonsense/1", "general-practitioner", "not a reference")]
    [InlineData("general-practitioner:Nonsense=1", "general-practitioner:Nonsense", "no modifier")]
    [InlineData("_count=-1", "_count", "whole number")]
    [InlineData("_count=ten", "_count", "whole number")]
    [InlineData("_total=some", "_total", "accurate")]
    [InlineData("_sort=-nothing", "_sort", "nothing")]
    [InlineData("general-practitioner.name=x", "general-practitioner.name", "ambiguous")]
    [InlineData("general-practitioner:Group.name=x", "general-practitioner:Group.name", "never refers")]
    [InlineData("general-practitioner.nonsense=x", "general-practitioner.nonsense", "none of what")]
    [InlineData("gender.name=x", "gender.name", "no reference")]
    [InlineData("organization.partof.partof.partof.partof.partof.partof.partof.name=x", "organization.partof.partof.partof.partof.partof.partof.partof.name", "at most")]
    [InlineData("_has:Observation:patient=x", "_has:Observation:patient", "_has:[type]")]
    [InlineData("_has:Nonsense:patient:code=x", "_has:Nonsense:patient:code", "not a resource type")]
    [InlineData("_has:Observation:code:code=x", "_has:Observation:code:code", "no reference")]
    [InlineData("_has:Observation:device:code=x", "_has:Observation:device:code", "never refers")]
    [InlineData("_list=$current-problems", "_list", "functional")]
    [InlineData("_include=Patient", "_include", "[type]:[parameter]")]
    [InlineData("_include=Patient:gender", "_include", "no reference")]
    [InlineData("_include=Patient:organization:Group", "_include", "never refers")]
    [InlineData("_revinclude=*", "_revinclude", "[type]:*")]
    [InlineData("identifier:of-type=a|b", "identifier:of-type", "system|code|value")]
    [InlineData("name=a\0b", "name", "U+0000")]
    [InlineData("name=,", "name", "no value")]
    public void GivenABadValue_WhenParsed_ThenInvalidNamingTheParameter(string parameter, string expression, string says)
    {
        var problem = Refused("Patient", parameter);
        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        var issue = Assert.Single(problem.Issues);
        Assert.Equal(expression, issue.Expression);
        Assert.Contains(says, issue.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenSeveralFaults_WhenParsed_ThenAnIssueForEach()
        => Assert.Equal(["birthdate", "nothing", "_count"], Refused("Patient", "birthdate=x", "nothing=1", "_count=x").Issues.Select(issue => issue.Expression));

    [Theory]
    [InlineData("value-quantity=abc")]
    [InlineData("value-quantity=5|a|b|c")]
    [InlineData("value-quantity=ge")]
    public void GivenABadQuantity_WhenParsed_ThenInvalid(string parameter)
        => Assert.Equal(ProblemKind.Invalid, Refused("Observation", parameter).Kind);

    [Fact]
    public void GivenAnUnknownType_WhenParsed_ThenNotFound() => Assert.Equal(ProblemKind.NotFound, Refused("Nonsense").Kind);

    [Fact]
    public void GivenNoValue_WhenParsed_ThenIgnoredWithAWarning()
    {
        var parsed = Parse("Patient", "name=");
        Assert.Empty(parsed.Query.Clauses);
        Assert.Equal("name", Assert.Single(parsed.Warnings).Expression);
    }

    [Theory]
    [InlineData("organization.name=x", "Organization")]
    [InlineData("general-practitioner:Practitioner.name=x", "Practitioner")]
    [InlineData("organization.partof.name:exact=x", "Organization")]
    [InlineData("_has:Observation:patient:code=x", "Observation")]
    [InlineData("_has:Observation:patient:_has:AuditEvent:entity:agent=x", "Observation AuditEvent")]
    [InlineData("link:RelatedPerson.patient._has:Group:member:_id=x", "RelatedPerson Patient Group")]
    [InlineData("_list=x", "")]
    public void GivenAChain_WhenParsed_ThenTheTypesThatItLeadsTo(string parameter, string types)
        => Assert.Equal(types, string.Join(' ', Parse("Patient", parameter).ChainedTypes));

    [Fact]
    public void GivenIncludes_WhenParsed_ThenEachWithItsDirection()
    {
        var includes = Parse("Observation", "_include=*", "_include=Observation:subject:Patient", "_revinclude:iterate=Provenance:target", "_include:iterate=Patient:*").Includes;
        Assert.Equal(
            [
                new SearchInclude(false, false, "Observation", null, null),
                new SearchInclude(false, false, "Observation", "subject", "Patient"),
                new SearchInclude(true, true, "Provenance", "target", null),
                new SearchInclude(false, true, "Patient", null, null),
            ],
            includes);
    }

    [Fact]
    public void GivenMoreParametersOrValuesThanAllowed_WhenParsed_ThenInvalid()
    {
        Assert.Equal(ProblemKind.Invalid, Refused("Patient", [.. Enumerable.Repeat("name=a", 101)]).Kind);
        Assert.Equal(ProblemKind.Invalid, Refused("Patient", "_id=" + string.Join(',', Enumerable.Range(0, 2001))).Kind);
    }

    private static SearchClause Clause(string type, string parameter) => (SearchClause)Parse(type, parameter).Query.Clauses[0];

    private static ParsedSearch Parse(string type, params string[] parameters) => SearchQueryParser.Parse(type, Pairs(parameters), new SearchParserOptions());

    private static OperationProblem Refused(string type, params string[] parameters)
        => Assert.Throws<OperationProblem>(() => Parse(type, parameters));

    private static IEnumerable<KeyValuePair<string, string>> Pairs(params string[] parameters)
        => parameters.Select(text => text.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
}
