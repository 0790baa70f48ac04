using System.Text;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Index.Paths;

namespace GenoMed.Fhir.Store.Tests.Index;

public sealed class TypeIndexerTests
{
    [Fact]
    public void GivenEveryResourceType_WhenCompiled_ThenAnEmptyResourceHasAtMostComputedRows()
    {
        foreach (var type in R5Definitions.Instance.ResourceTypes)
        {
            var rows = new TypeIndexer(type).Extract(Resource.Parse(Encoding.UTF8.GetBytes($$"""{"resourceType":"{{type}}"}""")));
            Assert.All(rows, row => Assert.Equal($"{type}.deceased", row.Parameter));
        }
    }

    [Fact]
    public void GivenEveryParameter_WhenItsPathIsRead_ThenOnlyAFewNeedTheFhirPathEngine()
    {
        var parameters = R5Definitions.Instance.ResourceTypes
            .SelectMany(type => R5Definitions.Instance.SearchParameters(type))
            .Where(parameter => parameter is { Expression: not null, Type: not ("composite" or "special") })
            .ToList();
        var computed = parameters.Where(parameter => SearchPathParser.TryRead(parameter.Expression!) is null).Select(parameter => parameter.Code).Distinct();
        Assert.Equal("composition date deceased item-subject message requested-period", string.Join(' ', computed.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","name":"text","birthDate":7,"identifier":{"value":[1]},"telecom":[null,3]}""")]
    [InlineData("""{"resourceType":"Patient","name":[{"family":["a"],"given":"b"}],"birthDate":"1950-99-99","generalPractitioner":[{"reference":"not a reference"}]}""")]
    [InlineData("""{"resourceType":"Nonsense","code":{}}""")]
    public void GivenElementsOfTheWrongShape_WhenExtracted_ThenTheyAreLeftOut(string json)
    {
        var resource = Resource.Parse(Encoding.UTF8.GetBytes(json));
        Assert.DoesNotContain(new ResourceIndexer().Extract(resource), row => row.Parameter is "Patient.birthdate" or "Patient.general-practitioner" or "Patient.identifier");
    }
}
