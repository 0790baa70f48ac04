using System.Net;
using System.Text.Json;

namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>Bulk data: jobs whose result is a manifest, and the files that it names.</summary>
public sealed partial class NodeClient
{
    /// <summary>Starts a bulk job and waits for its manifest.</summary>
    /// <param name="method">GET, or POST with a body.</param>
    /// <param name="path">Below the base: <c>Group/1/$export</c>.</param>
    /// <param name="body">Makes the body anew for each try; null for none.</param>
    /// <param name="progress">Told what the node says.</param>
    /// <param name="cancellationToken">Cancels the job at the node as well.</param>
    /// <exception cref="R5.Outcomes.OperationProblem">The node refused.</exception>
    /// <exception cref="NodeUnavailableException">The node is not there, is late, or failed.</exception>
    public async Task<JsonElement> BulkAsync(HttpMethod method, string path, Func<HttpContent>? body, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        using var response = await _transport.SendAsync(() => Asynchronous(method, path, body), cancellationToken);
        return response.StatusCode == HttpStatusCode.Accepted
            ? await PollAsync(JobUrl(response), ManifestAsync, cancellationToken, progress)
            : await ManifestAsync(response, cancellationToken);
    }

    /// <summary>Fetches a file of a manifest.</summary>
    /// <param name="url">As the manifest gives it.</param>
    /// <param name="target">Where its bytes go.</param>
    /// <param name="cancellationToken">Ends the transfer.</param>
    /// <exception cref="R5.Outcomes.OperationProblem">The node refused.</exception>
    public async Task DownloadAsync(Uri url, Stream target, CancellationToken cancellationToken)
    {
        using var response = await _transport.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, url), cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw OutcomeReader.Problem(Node.Name, (int)response.StatusCode, await FhirContent.TryReadAsync(response, cancellationToken));
        }

        await response.Content.CopyToAsync(target, cancellationToken);
    }

    private HttpRequestMessage Asynchronous(HttpMethod method, string path, Func<HttpContent>? body)
    {
        var request = new HttpRequestMessage(method, Node.At(path)) { Content = body?.Invoke() };
        request.Headers.TryAddWithoutValidation("Prefer", "respond-async");
        return request;
    }

    private async Task<JsonElement> ManifestAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            var manifest = JsonDocument.Parse(bytes).RootElement;
            if (response.IsSuccessStatusCode && manifest.TryGetProperty("transactionTime", out _))
            {
                return manifest;
            }
        }
        catch (JsonException e) when (response.IsSuccessStatusCode)
        {
            throw new NodeUnavailableException(Node.Name, "answered with something that is no manifest", e);
        }

        var body = await FhirContent.TryReadAsync(response, cancellationToken);
        throw body is null ? OutcomeReader.Problem(Node.Name, (int)response.StatusCode, null) : Refusal(body, (int)response.StatusCode);
    }

    /// <summary>A job's refusal comes inside the wrapper of an asynchronous answer, or as it is.</summary>
    private Exception Refusal(R5.Resources.Resource body, int status)
    {
        try
        {
            return OutcomeReader.Problem(Node.Name, status, BatchResponse.Unwrap(Node.Name, body));
        }
        catch (R5.Outcomes.OperationProblem problem)
        {
            return problem;
        }
    }
}
