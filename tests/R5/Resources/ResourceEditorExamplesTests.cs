using System.Text.Json;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Validation;

namespace GenoMed.Fhir.R5.Tests.Resources;

public sealed class ResourceEditorExamplesTests
{
    private const int LargestExample = 100_000;

    [Fact]
    public void GivenTheOfficialExamples_WhenEdited_ThenAsValidAsBeforeAndOnlyIdAndMetaDiffer()
    {
        foreach (var (name, original) in OfficialExamples.All(LargestExample))
        {
            var edited = ResourceEditor.WithIdAndMeta(original, "new", "7", DateTimeOffset.UnixEpoch);

            Assert.True(Same(original.Element, edited.Element, "id", "meta"), name);
            Assert.True(Same(original.Element.Child("meta"), edited.Element.Child("meta"), "versionId", "lastUpdated"), name);
            Assert.Equal("7", edited.Element.GetProperty("meta").GetProperty("versionId").GetString());
            Assert.Equal(ResourceValidator.Validate(original), ResourceValidator.Validate(edited));
            Assert.True(edited.Json.Span.SequenceEqual(ResourceEditor.WithIdAndMeta(edited, "new", "7", DateTimeOffset.UnixEpoch).Json.Span), name);
        }
    }

    // The same properties with equal values, but for those named; numbers digit by digit.
    private static bool Same(JsonElement? left, JsonElement? right, params string[] except)
        => Properties(left, except).SequenceEqual(Properties(right, except));

    private static IEnumerable<(string Name, string Value)> Properties(JsonElement? element, string[] except)
        => element is null
            ? []
            : element.Value.EnumerateObject().Where(property => !except.Contains(property.Name)).Select(property => (property.Name, JsonSerializer.Serialize(property.Value))).OrderBy(pair => pair.Name, StringComparer.Ordinal);
}
