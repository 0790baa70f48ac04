using GenoMed.Fhir.Node.Search;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Tests;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Import;
using GenoMed.Fhir.Store.Search;
using Microsoft.Extensions.DependencyInjection;

namespace GenoMed.Fhir.Node.Tests.Search;

/// <summary>Searches on a node that holds the official examples.</summary>
public sealed class ExampleSearchTests : IAsyncLifetime
{
    private static readonly HashSet<string> Types =
    [
        "Patient", "Observation", "Practitioner", "Organization", "Encounter", "Condition", "Procedure", "Questionnaire", "Location", "Group",
        "AllergyIntolerance", "Immunization", "RiskAssessment", "DocumentReference", "Appointment", "MedicationRequest",
    ];

    private Support.TestNode _node = null!;

    private IResourceStore Store => _node.Services.GetRequiredService<IResourceStore>();

    public async ValueTask InitializeAsync() => _node = await Support.TestNode.StartAsync();

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Fact]
    public async Task GivenTheOfficialExamples_WhenSearchedByWhatTheySay_ThenEachIsFound()
    {
        var writes = OfficialExamples.All(200_000).Select(example => example.Resource).Where(resource => Types.Contains(resource.ResourceType))
            .DistinctBy(resource => (resource.ResourceType, resource.Id))
            .Select(resource => new StoreWrite(StoreMethod.Update, resource.ResourceType, resource.Id!, resource));
        await foreach (var batch in Store.ImportAsync(writes.ToAsyncEnumerable(), cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.NotEmpty(batch);
        }

        var missed = new List<string>();
        foreach (var (url, id) in Expected)
        {
            var found = (await _node.GetAsync(url + "&_count=1000")).Json;
            if (!found.TryGetProperty("entry", out _) || !SearchNode.Entries(found, "match").Contains(id))
            {
                missed.Add($"{url} does not find {id}");
            }
        }

        Assert.Empty(missed);
    }

    [Fact]
    public async Task GivenEveryParameterOfEveryType_WhenSearched_ThenItIsAnswered()
    {
        var asked = 0;
        foreach (var type in R5Definitions.Instance.ResourceTypes)
        {
            foreach (var parameter in R5Definitions.Instance.SearchParameters(type).Where(SearchName.IsSearchable))
            {
                var search = SearchQueryParser.Parse(type, [KeyValuePair.Create(parameter.Code, Value(parameter))], new SearchParserOptions());
                var page = await Store.SearchAsync(search.Query, TestContext.Current.CancellationToken);
                Assert.Equal((0L, 0), (page.Total, page.Matches.Count));
                asked++;
            }
        }

        Assert.True(asked > 2500, $"{asked} parameters were asked.");
    }

    [Fact]
    public void GivenEveryParameter_WhenLeftOut_ThenItIsOneOfTheSpecialOnes()
        => Assert.Equal(
            "_content _filter _has _list _query _text _type contains near section-code-text section-text",
            string.Join(' ', R5Definitions.Instance.ResourceTypes.SelectMany(type => R5Definitions.Instance.SearchParameters(type))
                .Where(parameter => !SearchName.IsSearchable(parameter)).Select(parameter => parameter.Code).Distinct().Order(StringComparer.Ordinal)));

    private static string Value(SearchParameterDefinition parameter)
        => parameter.Type == "composite" ? string.Join('$', parameter.Components.Select(part => Value(part.Type))) : Value(parameter.Type);

    private static string Value(string type) => type switch
    {
        "date" => "ge2999",
        "number" => "77",
        "quantity" => "5||mg",
        "uri" => "http://example.org/x",
        "reference" => "nobody",
        _ => "nothing",
    };

    private static readonly (string Url, string Id)[] Expected =
    [
        ("Patient?identifier=urn:oid:1.2.36.146.595.217.0.1|12345", "example"),
        ("Patient?identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|MR|12345", "example"),
        ("Patient?family=chalm", "example"),
        ("Patient?given:exact=Jim", "example"),
        ("Patient?name:contains=INDSO", "example"),
        ("Patient?birthdate=1974-12-25", "example"),
        ("Patient?birthdate=ge1974-12&birthdate=lt1975", "example"),
        ("Patient?telecom=(03) 5555 6473", "example"),
        ("Patient?phone=(03) 3410 5613", "example"),
        ("Patient?address=534 erewhon", "example"),
        ("Patient?deceased=false", "example"),
        ("Patient?active=true&gender=male", "example"),
        ("Patient?_has:Observation:patient:code=29463-7", "example"),
        ("Observation?code=http://loinc.org|29463-7", "example"),
        ("Observation?code:text=body weight measured", "example"),
        ("Observation?combo-code=3141-9", "example"),
        ("Observation?category=vital-signs&date=2016-03", "example"),
        ("Observation?value-quantity=185|http://unitsofmeasure.org|[lb_av]", "example"),
        ("Observation?value-quantity=gt184||lbs", "example"),
        ("Observation?code-value-quantity=http://loinc.org|29463-7$185", "example"),
        ("Observation?component-code-value-quantity=http://loinc.org|8480-6$107", "blood-pressure"),
        ("Observation?encounter=Encounter/example", "example"),
        ("Observation?patient:Patient.family=Chalmers&code=29463-7", "example"),
        ("Observation?patient.identifier=12345", "example"),
        ("Observation?performer=Practitioner/example", "blood-pressure"),
        ("Observation?based-on:identifier=https://acme.org/identifiers|1234", "blood-pressure"),
        ("Observation?_profile=http://hl7.org/fhir/StructureDefinition/vitalsigns", "blood-pressure"),
        ("Observation?_tag=http://terminology.hl7.org/CodeSystem/v3-ActReason|HTEST", "example"),
        ("Condition?clinical-status=active&onset-date=2012-05-24", "example"),
        ("Condition?body-site=49521004&severity=24484000", "example"),
        ("Condition?code:code-text=burnt", "example"),
        ("Encounter?class=IMP&status=in-progress", "example"),
        ("Encounter?date=2015-01-17", "home"),
        ("Encounter?participant=Practitioner/example", "home"),
        ("Procedure?code=http://snomed.info/sct|80146002&date=2013-04-05", "example"),
        ("Questionnaire?url=http://hl7.org/fhir/Questionnaire/3141", "3141"),
        ("Questionnaire?title=cancer&status=draft", "3141"),
        ("Location?name=south wing&address-city=Den", "1"),
        ("Location?organization=Organization/f001", "1"),
        ("Group?member=Patient/pat1", "102"),
        ("AllergyIntolerance?code=227493005&criticality=high&category=food", "example"),
        ("AllergyIntolerance?date=ge2014-10-09&patient=example", "example"),
        ("Immunization?vaccine-code=FLUCEL VAX&lot-number=AAJN11K", "example"),
        ("Immunization?location=Location/1", "example"),
        ("RiskAssessment?method=BRCAPRO&probability=lt0.001", "genetic"),
        ("DocumentReference?type=34108-1&status=current&doc-status=preliminary", "example"),
        ("Appointment?status=booked&date=2013-12-10&reason-reference=Condition/example", "example"),
        ("Appointment?specialty=394814009&service-category=gp", "example"),
        ("MedicationRequest?identifier=http://www.bmc.nl/portal/prescriptions|12345689", "medrx0301"),
        ("Patient/example/Condition?code=39065001", "example"),
    ];
}
