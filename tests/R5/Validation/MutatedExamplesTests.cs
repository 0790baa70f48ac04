using System.Text.Json;
using GenoMed.Fhir.R5.Tests.Resources;
using GenoMed.Fhir.R5.Validation;

namespace GenoMed.Fhir.R5.Tests.Validation;

/// <summary>The other side of <see cref="ExamplesTests"/>: one fault put into a valid resource never passes.</summary>
public sealed class MutatedExamplesTests
{
    private const int LargestExample = 4_000;

    private static IEnumerable<(string Name, JsonElement Root)> Examples
        => OfficialExamples.All(LargestExample).Select(example => (example.Name, example.Resource.Element));

    [Fact]
    public void GivenExamples_WhenAnyPropertyIsDoubled_ThenAnIssueNamesIt()
        => AssertEveryMutationFails(property => [(property.Name, Raw(property)), (property.Name, Raw(property))]);

    [Fact]
    public void GivenExamples_WhenAnyPropertyIsMisspelt_ThenAnIssueNamesIt()
        => AssertEveryMutationFails(property => [(property.Name + "x", Raw(property))]);

    [Fact]
    public void GivenExamples_WhenAnyArrayIsUnwrappedOrSingleValueWrapped_ThenAnIssueNamesIt()
        => AssertEveryMutationFails(property => [(property.Name, property.Value.ValueKind == JsonValueKind.Array ? property.Value[0].GetRawText() : $"[{Raw(property)}]")]);

    [Fact]
    public void GivenExamples_WhenAnyValueIsNull_ThenAnIssueNamesIt()
        => AssertEveryMutationFails(property => [(property.Name, "null")]);

    private static string Raw(JsonProperty property) => property.Value.GetRawText();

    private static void AssertEveryMutationFails(Func<JsonProperty, IEnumerable<(string Name, string Value)>> mutate)
    {
        foreach (var (name, root) in Examples)
        {
            foreach (var target in root.EnumerateObject().Where(property => property.Name != "resourceType"))
            {
                var properties = root.EnumerateObject().SelectMany(property => property.Name == target.Name ? mutate(property) : [(property.Name, Raw(property))]);
                var json = "{" + string.Join(',', properties.Select(property => $"\"{property.Name}\":{property.Value}")) + "}";
                Assert.True(ResourceValidator.Validate(Sample.Of(json)).Count > 0, $"{name}: {target.Name}");
            }
        }
    }
}
