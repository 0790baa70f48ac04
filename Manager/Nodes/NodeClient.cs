using System.Globalization;
using System.Net;
using System.Text.Json;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>A FHIR client of one node. Safe for concurrent use.</summary>
public sealed partial class NodeClient : IDisposable
{
    private readonly NodeTransport _transport;
    private readonly NodeClientOptions _options;
    private readonly TimeProvider _time;

    /// <param name="node">Where it is.</param>
    /// <param name="identity">Who asks; null for a node that is open.</param>
    /// <param name="http">Shared; not disposed here. Its own timeout must be longer than <see cref="NodeClientOptions.ExchangeTimeout"/>.</param>
    /// <param name="options">Time limits and tries.</param>
    /// <param name="time">The clock.</param>
    public NodeClient(NodeEndpoint node, ClientIdentity? identity, HttpClient http, NodeClientOptions options, TimeProvider time)
    {
        var tokens = identity is null ? null : new TokenSource(node, identity, http, time);
        Node = node;
        _transport = new NodeTransport(node, http, tokens, options, time);
        _options = options;
        _time = time;
    }

    /// <summary>The node.</summary>
    public NodeEndpoint Node { get; }

    /// <summary>Calls an operation by the FHIR asynchronous pattern and waits for its result.</summary>
    /// <param name="contract">A line of <see cref="ContractCatalog"/>.</param>
    /// <param name="input">Its input.</param>
    /// <param name="cancellationToken">Cancels the job at the node as well (DELETE).</param>
    /// <param name="progress">Told what the node says in <c>X-Progress</c>.</param>
    /// <param name="target"><c>Type/id</c> of an operation on one resource; null for one of the node.</param>
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">The node refused.</exception>
    /// <exception cref="NodeUnavailableException">The node is not there, is late on an exchange, or failed.</exception>
    public async Task<TOutput> InvokeAsync<TInput, TOutput>(
        TypedContract<TInput, TOutput> contract, TInput input, CancellationToken cancellationToken, IProgress<string>? progress = null, string? target = null)
        where TInput : class
        where TOutput : class
    {
        var body = contract.WriteInput(input);
        using var response = await _transport.SendAsync(() => KickOff(target is null ? $"${contract.Operation.Code}" : $"{target}/${contract.Operation.Code}", body), cancellationToken);
        var result = response.StatusCode == HttpStatusCode.Accepted
            ? await PollAsync(JobUrl(response), cancellationToken, progress)
            : await BodyAsync(response, cancellationToken);
        return ReadOutput(contract, result);
    }

    /// <summary>Posts a transaction Bundle; the answer is the transaction-response.</summary>
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">The node refused it whole.</exception>
    /// <exception cref="NodeUnavailableException">As for <see cref="InvokeAsync"/>.</exception>
    public async Task<Resource> TransactionAsync(Resource bundle, CancellationToken cancellationToken)
    {
        using var response = await _transport.SendAsync(
            () => WantingLittle(new HttpRequestMessage(HttpMethod.Post, Node.BaseUrl) { Content = FhirContent.Of(bundle) }), cancellationToken);
        return await BodyAsync(response, cancellationToken);
    }

    // The statuses are enough; what was sent need not come back.
    private static HttpRequestMessage WantingLittle(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Prefer", "return=minimal");
        return request;
    }

    /// <summary>Any GET below the base, for example <c>metadata</c> or <c>Library?_count=10</c>.</summary>
    public async Task<Resource> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _transport.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, Node.At(path)), cancellationToken);
        return await BodyAsync(response, cancellationToken);
    }

    /// <summary>Checks that the node is an R5 server that has these operations.</summary>
    /// <exception cref="NodeUnavailableException">It is not there, or lacks one; the reason names what.</exception>
    public async Task CheckAsync(IReadOnlyList<OperationContract> needed, CancellationToken cancellationToken)
        => CapabilityCheck.Require(Node.Name, await GetAsync("metadata", cancellationToken), needed);

    public void Dispose() => _transport.Dispose();

    private TOutput ReadOutput<TInput, TOutput>(TypedContract<TInput, TOutput> contract, Resource result)
        where TInput : class
        where TOutput : class
    {
        try
        {
            return contract.ReadOutput(BatchResponse.Unwrap(Node.Name, result));
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or FormatException or ArgumentException or JsonException)
        {
            throw new NodeUnavailableException(Node.Name, $"answered ${contract.Operation.Code} with something that is not its result", e);
        }
    }

    private HttpRequestMessage KickOff(string path, Resource body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Node.At(path)) { Content = FhirContent.Of(body) };
        var seconds = ((int)_options.Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        request.Headers.TryAddWithoutValidation("Prefer", $"respond-async, wait={seconds}");
        return request;
    }

    private Uri JobUrl(HttpResponseMessage response)
        => response.Content.Headers.ContentLocation is { } location
            ? new Uri(Node.BaseUrl, location)
            : throw new NodeUnavailableException(Node.Name, "answered 202 without Content-Location");

    private Task<Resource> PollAsync(Uri job, CancellationToken cancellationToken, IProgress<string>? progress)
        => PollAsync(job, BodyAsync, cancellationToken, progress);

    private async Task<T> PollAsync<T>(Uri job, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken, IProgress<string>? progress)
    {
        try
        {
            while (true)
            {
                using var response = await _transport.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, job), cancellationToken);
                if (response.StatusCode != HttpStatusCode.Accepted)
                {
                    return await read(response, cancellationToken);
                }

                Tell(response, progress);
                await Task.Delay(RetryAfter.Of(response, _time, _options.LongestPause) ?? _options.PollInterval, _time, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            await CancelAsync(job);
            throw;
        }
    }

    /// <summary>Best effort: a node that cannot be told ends the job by its own deadline.</summary>
    private async Task CancelAsync(Uri job)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5), _time);
        try
        {
            using var response = await _transport.SendAsync(() => new HttpRequestMessage(HttpMethod.Delete, job), limit.Token);
        }
        catch (Exception e) when (e is NodeUnavailableException or OperationCanceledException)
        {
            // The caller's cancellation is what is reported.
        }
    }

    private static void Tell(HttpResponseMessage response, IProgress<string>? progress)
    {
        if (progress is not null && response.Headers.TryGetValues("X-Progress", out var values))
        {
            progress.Report(values.First());
        }
    }

    private async Task<Resource> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await FhirContent.TryReadAsync(response, cancellationToken);
        return response.IsSuccessStatusCode && body is not null
            ? body
            : throw OutcomeReader.Problem(Node.Name, (int)response.StatusCode, body);
    }
}
