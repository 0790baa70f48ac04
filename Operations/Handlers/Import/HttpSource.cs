using System.Net.Http.Headers;
using GenoMed.Fhir.Operations.Contracts.Import;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>
/// A file on one of the hosts that the node's operator has named. Redirects are not followed: they would lead to hosts
/// that nobody named.
/// </summary>
internal static class HttpSource
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(30) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <exception cref="OperationProblem">Forbidden: the host is not among those allowed.</exception>
    public static ImportSource Of(Uri url, ImportFile file, bool isPacked, IReadOnlyList<string> hosts)
        => hosts.Any(host => host.Equals(url.Host, StringComparison.OrdinalIgnoreCase) && url.IsDefaultPort || host.Equals($"{url.Host}:{url.Port}", StringComparison.OrdinalIgnoreCase))
            ? new ImportSource(file.Url, file.Type, (offset, cancellationToken) => OpenAsync(url, isPacked, offset, cancellationToken))
            : throw OperationProblem.Forbidden($"This node does not fetch from {url.Host}:{url.Port}; its operator names the hosts that it may ask in bulk.importHosts.");

    private static async Task<Stream> OpenAsync(Uri url, bool isPacked, long offset, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/fhir+ndjson"));
        var response = await SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            response.Dispose();
            throw OperationProblem.Unprocessable($"{url} answered {(int)response.StatusCode}; nothing more was read.");
        }

        return await StreamSkip.ToAsync(await response.Content.ReadAsStreamAsync(cancellationToken), isPacked, offset, cancellationToken);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            throw OperationProblem.Unprocessable($"{request.RequestUri} cannot be fetched: {e.Message}");
        }
    }
}
