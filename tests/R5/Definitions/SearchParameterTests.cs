using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.R5.Tests.Definitions;

public sealed class SearchParameterTests
{
    private static readonly R5Definitions Definitions = R5Definitions.Instance;

    [Theory]
    [InlineData("_id", "token")]
    [InlineData("_lastUpdated", "date")]
    [InlineData("_tag", "token")]
    [InlineData("_profile", "reference")]
    [InlineData("_security", "token")]
    [InlineData("_source", "uri")]
    public void GivenAnyResourceType_WhenAsked_ThenTheParametersOfResourceToo(string code, string type)
        => Assert.Equal(type, Definitions.SearchParameter("Observation", code)?.Type);

    [Fact]
    public void GivenParameterOfManyTypes_WhenAskedForOne_ThenItsOwnPartOfTheExpression()
    {
        Assert.Equal("Observation.code", Definitions.SearchParameter("Observation", "code")!.Expression);
        Assert.Equal("Observation.subject.where(resolve() is Patient)", Definitions.SearchParameter("Observation", "patient")!.Expression);
        Assert.Equal("Patient.name", Definitions.SearchParameter("Patient", "name")!.Expression);
    }

    [Fact]
    public void GivenComposite_WhenAsked_ThenItsComponentsWithTheirTypes()
    {
        var parameter = Definitions.SearchParameter("Observation", "code-value-quantity")!;

        Assert.Equal(["token", "quantity"], parameter.Components.Select(component => component.Type));
        Assert.Equal(["code", "value.ofType(Quantity)"], parameter.Components.Select(component => component.Expression));
    }

    [Fact]
    public void GivenUnknownCode_WhenAsked_ThenNull() => Assert.Null(Definitions.SearchParameter("Patient", "shoe-size"));

    [Fact]
    public void GivenEveryResourceType_WhenAsked_ThenEachExpressionConcernsThatTypeOnly()
    {
        foreach (var type in Definitions.ResourceTypes)
        {
            foreach (var parameter in Definitions.SearchParameters(type).Where(parameter => parameter.Base == type && parameter.Expression is not null))
            {
                Assert.All(Roots(parameter.Expression!), root => Assert.True(root == type, $"{type}?{parameter.Code}: {parameter.Expression}"));
            }
        }
    }

    [Fact]
    public void GivenPatientCompartment_WhenAskedForObservation_ThenSubjectAndPerformer()
    {
        Assert.Equal(["subject", "performer"], Definitions.CompartmentParameters("Patient", "Observation"));
        Assert.Empty(Definitions.CompartmentParameters("Patient", "Library"));
    }

    private static IEnumerable<string> Roots(string expression)
        => expression.Split('|').Select(part => part.Trim().TrimStart('(').Split('.', ' ')[0]).Where(root => root.Length > 0 && char.IsUpper(root[0]));
}
