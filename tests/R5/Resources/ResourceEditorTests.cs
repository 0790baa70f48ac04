using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.Resources;

public sealed class ResourceEditorTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 31, 13, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void GivenIndentedResource_WhenEdited_ThenIdAndMetaAreSetAndOtherBytesStay()
    {
        var edited = Edit("""
            { "resourceType" : "Observation", "meta": { "versionId": "old", "profile": [ "http://p" ], "tag": [{"code":"a b"}] },
              "id": "x", "valueQuantity": { "value": 1.50, "unit": "caf\u00e9 \" \\" }, "note": [ {"text": "two  blanks"} ] }
            """);

        Assert.Equal(
            """{"resourceType":"Observation","id":"new","meta":{"versionId":"3","lastUpdated":"2026-01-31T12:00:00.000Z","profile":["http://p"],"tag":[{"code":"a b"}]},"valueQuantity":{"value":1.50,"unit":"caf\u00e9 \" \\"},"note":[{"text":"two  blanks"}]}""",
            edited);
    }

    [Fact]
    public void GivenNoMeta_WhenEdited_ThenItIsMade()
        => Assert.Equal("""{"resourceType":"Patient","id":"new","meta":{"versionId":"3","lastUpdated":"2026-01-31T12:00:00.000Z"}}""", Edit("""{"resourceType":"Patient"}"""));

    [Fact]
    public void GivenMetaThatIsNoObject_WhenEdited_ThenInvalidWithItsPath()
    {
        var problem = Assert.Throws<OperationProblem>(() => Edit("""{"resourceType":"Patient","meta":[]}"""));
        Assert.Equal("Patient.meta", problem.Issues[0].Expression);
    }

    [Fact]
    public void GivenAnyTextsAndNumbers_WhenEditedTwice_ThenTheSameBytesAsOnceAndTheSameValues()
        => Prop.ForAll<NonNull<string>, int, NonNegativeInt>((text, mantissa, digits) =>
        {
            var number = $"{mantissa}.{new string('0', digits.Get % 20)}1";
            var original = $$"""{"resourceType":"Basic", "code":{"text":{{JsonSerializer.Serialize(text.Get)}}}, "x" : {{number}} }""";
            var once = Edit(original);
            using var document = JsonDocument.Parse(once);
            return Edit(once) == once
                && document.RootElement.GetProperty("x").GetRawText() == number
                && document.RootElement.GetProperty("code").GetProperty("text").GetRawText() == JsonSerializer.Serialize(text.Get);
        }).QuickCheckThrowOnFailure();

    private static string Edit(string json)
        => Encoding.UTF8.GetString(ResourceEditor.WithIdAndMeta(Resource.Parse(Encoding.UTF8.GetBytes(json)), "new", "3", Time).Json.Span);
}
