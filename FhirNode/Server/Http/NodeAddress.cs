using GenoMed.Fhir.Node.Options;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Http;

/// <summary>
/// The node's own URLs. They come from the options or the listening socket, never from a request's Host header:
/// a token's audience and a job's location must not be chosen by whoever sends the request.
/// </summary>
internal sealed class NodeAddress(IOptions<NodeOptions> options, IServer server)
{
    public const string BasePath = "/fhir";
    public const string TokenPath = "auth/token";
    private string? _baseUrl;

    /// <summary>For example <c>http://127.0.0.1:8080/fhir</c>, without a slash at the end. Known once the server listens.</summary>
    public string BaseUrl => _baseUrl ??= options.Value.PublicUrl?.TrimEnd('/') ?? Bound() + BasePath;

    public string TokenUrl => $"{BaseUrl}/{TokenPath}";

    private string Bound() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/')
        ?? throw new InvalidOperationException("The server does not listen yet.");
}
