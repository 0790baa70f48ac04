using System.Net;
using System.Text;
using System.Text.Json;

namespace GenoMed.Fhir.Cli.Tests.Nodes;

/// <summary>A node process and a client of its bulk operations.</summary>
internal sealed class BulkNode : IAsyncDisposable
{
    private readonly OpenNode _node;
    private readonly HttpClient _http;

    private BulkNode(OpenNode node)
    {
        _node = node;
        _http = new HttpClient { BaseAddress = new Uri(node.Url + "/"), Timeout = TimeSpan.FromMinutes(5) };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<BulkNode> StartAsync(string data) => new(await OpenNode.StartAsync(data));

    public Task KillAsync() => _node.KillAsync();

    /// <summary>The job's path, relative to the base: the node has another port after a restart.</summary>
    public async Task<string> KickOffAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Prefer", "respond-async");
        using var response = await _http.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return response.Content.Headers.ContentLocation!.ToString()[(_node.Url.Length + 1)..];
    }

    public async Task WaitAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await Task.Delay(20, Token);
        }
    }

    public async Task<JsonElement> ResultAsync(string job)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, job);
            request.Headers.Add("Prefer", "wait=10");
            using var response = await _http.SendAsync(request, Token);
            var text = await response.Content.ReadAsStringAsync(Token);
            if (response.StatusCode != HttpStatusCode.Accepted)
            {
                Assert.True(response.StatusCode == HttpStatusCode.OK, text);
                return JsonDocument.Parse(text).RootElement;
            }
        }
    }

    public async Task<int> TotalAsync(string path)
        => JsonDocument.Parse(await _http.GetStringAsync(path, Token)).RootElement.GetProperty("total").GetInt32();

    public async Task PutAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/fhir+json");
        using var response = await _http.PutAsync(path, content, Token);
        Assert.True(response.IsSuccessStatusCode);
    }

    public async Task<List<JsonElement>> LinesAsync(JsonElement manifest, string list)
    {
        var lines = new List<JsonElement>();
        foreach (var file in manifest.GetProperty(list).EnumerateArray())
        {
            var text = await _http.GetStringAsync(file.GetProperty("url").GetString(), Token);
            lines.AddRange(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement));
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _node.DisposeAsync();
    }
}
