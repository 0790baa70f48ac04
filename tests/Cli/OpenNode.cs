using System.Net;
using System.Text.Json;

namespace GenoMed.Fhir.Cli.Tests;

/// <summary>A node process that answers without tokens.</summary>
internal sealed class OpenNode : IAsyncDisposable
{
    private readonly Genomed _process;
    private readonly HttpClient _http = new();

    private OpenNode(Genomed process, string url)
    {
        _process = process;
        Url = url;
    }

    public string Url { get; }

    public static async Task<OpenNode> StartAsync(string data, params string[] more)
    {
        var process = Genomed.Start(["node", "--data", data, "--open", .. more]);
        var line = await process.WaitForAsync("http://");
        return new OpenNode(process, line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim());
    }

    public async Task<int> CountAsync(string type)
    {
        using var page = JsonDocument.Parse(await _http.GetStringAsync($"{Url}/{type}{(type.Contains('?', StringComparison.Ordinal) ? '&' : '?')}_count=0&_total=accurate", TestContext.Current.CancellationToken));
        return page.RootElement.GetProperty("total").GetInt32();
    }

    public Task<string> TextAsync(string path) => _http.GetStringAsync($"{Url}/{path}", TestContext.Current.CancellationToken);

    public async Task<bool> ExistsAsync(string path)
    {
        using var response = await _http.GetAsync($"{Url}/{path}", TestContext.Current.CancellationToken);
        return response.StatusCode == HttpStatusCode.OK;
    }

    public Task KillAsync() => _process.KillAsync();

    public ValueTask DisposeAsync()
    {
        _process.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}
