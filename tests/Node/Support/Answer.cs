using System.Net;
using System.Text.Json;

namespace GenoMed.Fhir.Node.Tests.Support;

/// <summary>A response read to its end.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string IssueCode => Json.GetProperty("issue")[0].GetProperty("code").GetString()!;

    public string Diagnostics => Json.GetProperty("issue")[0].GetProperty("diagnostics").GetString()!;

    public string Expression => Json.GetProperty("issue")[0].GetProperty("expression")[0].GetString()!;

    public string Id => Json.GetProperty("id").GetString()!;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));

    /// <summary>Fails with the body in the message when the status is another.</summary>
    public Answer ShouldBe(HttpStatusCode expected)
    {
        Assert.True(Status == expected, $"Expected {(int)expected}, got {(int)Status}: {Text}");
        return this;
    }
}
