using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.FhirPath;

public sealed class OfficialExamplesTests
{
    // Larger examples (definitions of definitions) add minutes and no expression.
    private const int LargestExample = 100_000;

    private readonly Dictionary<string, FhirPathExpression> _compiled = [];

    [Fact]
    public void GivenOfficialExamples_WhenEverySearchParameterIsEvaluated_ThenValuesAndNoError()
    {
        var values = OfficialExamples.All(LargestExample).Sum(example => Values(example.Resource));
        Assert.True(values > 20_000, $"{values} values");
    }

    [Fact]
    public void GivenOfficialExamples_WhenStepsOverEveryNode_ThenEveryNodeOfAKnownResourceHasAType()
    {
        var descendants = FhirPathExpression.Parse("descendants()");
        var untyped = OfficialExamples.All(20_000)
            .SelectMany(example => descendants.Evaluate(example.Resource).Where(node => node.TypeInfo.IsOpen).Select(node => $"{example.Name}: {node.Type}"));
        Assert.Empty(untyped.Take(5));
    }

    private int Values(Resource resource)
        => R5Definitions.Instance.SearchParameters(resource.ResourceType)
            .Select(parameter => parameter.Expression).OfType<string>()
            .Sum(text => Compiled(text).Evaluate(resource, FhirPathContext.Indexing).Count);

    private FhirPathExpression Compiled(string text)
        => _compiled.TryGetValue(text, out var known) ? known : _compiled[text] = FhirPathExpression.Parse(text);
}
