using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.FhirPath;

namespace GenoMed.Fhir.R5.Tests.FhirPath;

/// <summary>Every expression of the specification itself.</summary>
public sealed class DefinitionExpressionTests
{
    [Fact]
    public void GivenEverySearchParameter_WhenItsExpressionIsParsed_ThenItParses()
    {
        var expressions = R5Definitions.Instance.ResourceTypes
            .SelectMany(type => R5Definitions.Instance.SearchParameters(type))
            .Select(parameter => parameter.Expression).OfType<string>().Where(text => text.Length > 0).Distinct().ToList();
        Assert.True(expressions.Count > 500);
        Assert.DoesNotContain(expressions, text => Failure(text) is not null);
    }

    [Fact]
    public void GivenEveryInvariant_WhenItsExpressionIsParsed_ThenItParses()
    {
        var expressions = R5Definitions.Instance.TypeNames.Select(name => R5Definitions.Instance.Type(name)!)
            .SelectMany(type => type.Invariants.Concat(Elements(type.Children).SelectMany(element => element.Invariants)))
            .Select(rule => rule.Expression).OfType<string>().Distinct().ToList();
        Assert.True(expressions.Count > 200);
        Assert.Empty(expressions.Select(text => Failure(text) is { } error ? $"{text}: {error}" : null).OfType<string>());
    }

    private static IEnumerable<ElementDefinition> Elements(ElementTable table)
        => table.Elements.Where(element => element.ContentReference is null)
            .SelectMany(element => element.Children is { } children ? Elements(children).Prepend(element) : [element]);

    private static string? Failure(string text)
    {
        try
        {
            FhirPathExpression.Parse(text);
            return null;
        }
        catch (FhirPathException e)
        {
            return e.Message;
        }
    }
}
