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

    public static async Task<BulkNode> StartAsync(string data, params string[] more) => new(await OpenNode.StartAsync(data, more));

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

    public async Task<HttpStatusCode> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var response = await _http.SendAsync(request, Token);
        return response.StatusCode;
    }

    /// <summary>Reads the number in a Basic's text and writes the next one, if nobody else did meanwhile.</summary>
    public async Task<bool> TryIncrementAsync(string path)
    {
        using var read = await _http.GetAsync(path, Token);
        using var json = JsonDocument.Parse(await read.Content.ReadAsStringAsync(Token));
        var next = CountOf(json.RootElement) + 1;
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new StringContent(Counter(path, next), Encoding.UTF8, "application/fhir+json") };
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        using var response = await _http.SendAsync(request, Token);
        Assert.True(response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.PreconditionFailed, $"{response.StatusCode}");
        return response.IsSuccessStatusCode;
    }

    public async Task<int> CountOfAsync(string path)
    {
        using var json = JsonDocument.Parse(await _http.GetStringAsync(path, Token));
        return CountOf(json.RootElement);
    }

    public static string Counter(string path, int count)
        => $$$"""{"resourceType":"Basic","id":"{{{path.Split('/')[1]}}}","code":{"text":"{{{count}}}"}}""";

    private static int CountOf(JsonElement basic)
        => int.Parse(basic.GetProperty("code").GetProperty("text").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

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
            // Another process may have made the file; behind a load balancer both have one address, here the ports differ.
            var path = new Uri(file.GetProperty("url").GetString()!).PathAndQuery;
            var text = await _http.GetStringAsync(new Uri(new Uri(_node.Url), path), Token);
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
