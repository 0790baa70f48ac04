using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Tests;
using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Index.Layout;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Tests.Index;

public sealed class IndexLayoutTests
{
    [Theory]
    [InlineData("Observation.patient", "subject>Patient")]
    [InlineData("Observation.combo-code", "code component-code")]
    [InlineData("Observation.combo-value-quantity", "component-value-quantity value-quantity")]
    [InlineData("Observation.combo-code-value-quantity", "code&value-quantity component-code-value-quantity")]
    [InlineData("Observation.code-value-quantity", "code&value-quantity")]
    [InlineData("Appointment.patient", "actor>Patient subject>Patient")]
    [InlineData("Patient.phonetic", "name")]
    public void GivenAParameterThatSaysWhatOthersSay_WhenLaidOut_ThenItStandsThere(string parameter, string expected)
    {
        var (type, code) = (parameter.Split('.')[0], parameter.Split('.')[1]);
        var derived = IndexLayout.Of(type).Derived(code)!;
        var places = derived.Places.Select(place => place.Target is null ? place.Code : $"{place.Code}>{place.Target}");
        Assert.Equal(expected, string.Join(' ', places.Concat(derived.Conjunctions.Select(codes => string.Join('&', codes))).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("Observation", "code")]
    [InlineData("Observation", "component-code-value-quantity")]
    [InlineData("Observation", "code-value-string")]
    [InlineData("Patient", "email")]
    [InlineData("AllergyIntolerance", "patient")]
    public void GivenAParameterThatNoOtherHolds_WhenLaidOut_ThenItHasRowsOfItsOwn(string type, string code)
        => Assert.Equal([new RowPlace(code)], IndexLayout.Of(type).Places(code));

    [Fact]
    public void GivenTheOfficialExamples_WhenIndexedOnce_ThenEveryParameterHasTheRowsThatItHadOfItsOwn()
    {
        var found = 0;
        foreach (var (name, resource) in OfficialExamples.All(200_000))
        {
            var once = new ResourceIndexer().Extract(resource);
            var each = new TypeIndexer(resource.ResourceType, _ => true).Extract(resource);
            foreach (var group in each.Where(row => row.Kind != SearchKind.Composite).GroupBy(row => row.Parameter))
            {
                var rows = Rows(resource, group.Key, once).ToHashSet();
                Assert.True(rows.SetEquals(group.Select(row => row with { Parameter = "" })), $"{name}: {group.Key}");
                found += rows.Count;
            }
        }

        Assert.True(found > 10_000, $"Only {found} rows were compared.");
    }

    [Fact]
    public void GivenTheOfficialExamples_WhenAParameterHasNoRowsOfItsOwn_ThenItsPlacesHaveNoneThatAreNotIts()
    {
        foreach (var (name, resource) in OfficialExamples.All(200_000))
        {
            var once = new ResourceIndexer().Extract(resource);
            var each = new TypeIndexer(resource.ResourceType, _ => true).Extract(resource).Select(row => row.Parameter).ToHashSet();
            foreach (var parameter in IndexLayout.Parameters(resource.ResourceType).Where(parameter => SearchKinds.Of(parameter) != SearchKind.Composite))
            {
                var full = $"{resource.ResourceType}.{parameter.Code}";
                Assert.True(each.Contains(full) || !Rows(resource, full, once).Any(), $"{name}: {full}");
            }
        }
    }

    private static IEnumerable<IndexRow> Rows(Resource resource, string parameter, IReadOnlyList<IndexRow> rows)
    {
        var places = IndexLayout.Of(resource.ResourceType).Places(parameter[(resource.ResourceType.Length + 1)..]);
        return places.SelectMany(place => rows.Where(row => row.Parameter == $"{resource.ResourceType}.{place.Code}" && (place.Target is null || row.Symbol == place.Target)))
            .Select(row => row with { Parameter = "" });
    }
}
