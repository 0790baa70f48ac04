using System.Net.Http.Headers;
using System.Text;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GenoMed.Fhir.Node.Tests.Support;

/// <summary>A real node on a free port with its own data directory, and a client for it.</summary>
public sealed class TestNode : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _keepData;

    private TestNode(WebApplication app, string data, bool keepData)
    {
        _app = app;
        _keepData = keepData;
        Data = data;
        Base = NodeHost.BaseUrl(app) + "/";
        Client = new HttpClient { BaseAddress = new Uri($"{app.Urls.First()}/fhir/"), Timeout = TimeSpan.FromSeconds(60) };
    }

    public string Data { get; }

    /// <summary>The node's own base, with a slash at the end: the public one where it has one.</summary>
    public string Base { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<TestNode> StartAsync(Func<NodeOptions, NodeOptions>? change = null, string? data = null, Action<IServiceCollection>? configure = null, bool keepData = false)
    {
        data ??= Path.Combine(Path.GetTempPath(), "genomed-node-" + Guid.NewGuid().ToString("N"));
        var options = new NodeOptions { DataDirectory = data, Open = true, Name = "test" };
        var app = NodeHost.Build(change?.Invoke(options) ?? options, services =>
        {
            services.AddSingleton<IOperation, EchoOperation>().AddSingleton<IOperation, GateOperation>().AddSingleton<IOperation, LeakOperation>().AddSingleton<Gate>();
            configure?.Invoke(services);
        });
        await app.StartAsync();
        return new TestNode(app, data, keepData);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (!_keepData)
        {
            Directory.Delete(Data, recursive: true);
        }
    }

    public async Task<Answer> SendAsync(string method, string path, string? body = null, string? contentType = "application/fhir+json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync("GET", path, null, null, headers);

    public Task<Answer> PutAsync(string path, string body, params (string Name, string Value)[] headers) => SendAsync("PUT", path, body, headers: headers);

    public Task<Answer> PostAsync(string path, string body, params (string Name, string Value)[] headers) => SendAsync("POST", path, body, headers: headers);
}
