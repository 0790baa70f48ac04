using System.Net;
using System.Text.Json;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Bulk;

/// <summary>Kicks a bulk job off, polls it to its end and fetches its files, as a client of the Bulk Data guide does.</summary>
internal static class BulkClient
{
    private static readonly (string, string) Async = ("Prefer", "respond-async");

    /// <summary>The path of the job relative to the base.</summary>
    public static async Task<string> KickOffAsync(this TestNode node, string method, string path, string? body = null, string contentType = "application/fhir+json", params (string, string)[] headers)
        => (await node.SendAsync(method, path, body, body is null ? null : contentType, [Async, .. headers])).ShouldBe(HttpStatusCode.Accepted).Headers["Content-Location"].Replace(node.Base, "");

    public static async Task<Answer> PollAsync(this TestNode node, string job, params (string, string)[] headers)
    {
        for (var i = 0; i < 60; i++)
        {
            var answer = await node.GetAsync(job, [("Prefer", "wait=5"), .. headers]);
            if (answer.Status != HttpStatusCode.Accepted)
            {
                return answer;
            }

            Assert.NotEmpty(answer.Headers["X-Progress"]);
            Assert.Equal("1", answer.Headers["Retry-After"]);
        }

        throw new TimeoutException($"{job} never ended.");
    }

    /// <summary>The manifest of a job that must succeed.</summary>
    public static async Task<JsonElement> RunAsync(this TestNode node, string method, string path, string? body = null, string contentType = "application/fhir+json", params (string, string)[] headers)
        => (await node.PollAsync(await node.KickOffAsync(method, path, body, contentType, headers), headers)).ShouldBe(HttpStatusCode.OK).Json;

    /// <summary>The resources of all files of a list of the manifest, in order.</summary>
    public static async Task<List<JsonElement>> LinesAsync(this TestNode node, JsonElement manifest, string list = "output", string? type = null, params (string, string)[] headers)
    {
        var lines = new List<JsonElement>();
        foreach (var file in manifest.GetProperty(list).EnumerateArray().Where(file => file.TryGetProperty("url", out _) && (type is null || file.GetProperty("type").GetString() == type)))
        {
            var answer = (await node.GetAsync(file.GetProperty("url").GetString()!.Replace(node.Base, ""), headers)).ShouldBe(HttpStatusCode.OK);
            Assert.Equal("application/fhir+ndjson", answer.Headers["Content-Type"]);
            var read = answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
            Assert.Equal(file.GetProperty("count").GetInt32(), read.Count);
            lines.AddRange(read);
        }

        return lines;
    }

    public static IEnumerable<string> Ids(this IEnumerable<JsonElement> resources)
        => resources.Select(resource => $"{resource.GetProperty("resourceType").GetString()}/{resource.GetProperty("id").GetString()}");
}
