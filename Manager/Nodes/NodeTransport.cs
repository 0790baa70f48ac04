using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>HTTP exchanges with one node: identity on every request, a time limit, and another try after transient failures.</summary>
internal sealed class NodeTransport(NodeEndpoint node, HttpClient http, TokenSource? tokens, NodeClientOptions options, TimeProvider time) : IDisposable
{
    private static readonly HttpStatusCode[] Transient =
        [HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout];

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline = Pipeline(options, time);

    /// <param name="make">Makes the request anew for each try.</param>
    /// <param name="cancellationToken">Ends the exchange and its tries.</param>
    public async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await ExchangeAsync(make, token), cancellationToken);
        }
        catch (HttpRequestException e)
        {
            throw new NodeUnavailableException(node.Name, $"cannot be reached at {node.BaseUrl} ({e.Message})", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NodeUnavailableException(node.Name, $"did not answer within {options.ExchangeTimeout.TotalSeconds:0.#} s", e);
        }
    }

    public void Dispose() => tokens?.Dispose();

    private async Task<HttpResponseMessage> ExchangeAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.ExchangeTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var token = await BearerAsync(either.Token);
        var response = await SendOnceAsync(make, token, either.Token);
        if (response.StatusCode != HttpStatusCode.Unauthorized || token is null)
        {
            return response;
        }

        // The node may have restarted with another signing key: one try with a fresh token.
        response.Dispose();
        tokens!.Forget(token);
        return await SendOnceAsync(make, await BearerAsync(either.Token), either.Token);
    }

    private async Task<HttpResponseMessage> SendOnceAsync(Func<HttpRequestMessage> make, string? token, CancellationToken cancellationToken)
    {
        using var request = make();
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(FhirContent.MediaType));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
    }

    private async Task<string?> BearerAsync(CancellationToken cancellationToken)
        => tokens is null ? null : await tokens.GetAsync(cancellationToken);

    private static ResiliencePipeline<HttpResponseMessage> Pipeline(NodeClientOptions options, TimeProvider time)
    {
        if (options.Retries == 0)
        {
            return ResiliencePipeline<HttpResponseMessage>.Empty;
        }

        return new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .Handle<HttpRequestException>()
                    .HandleResult(response => Transient.Contains(response.StatusCode)),
                DelayGenerator = arguments => ValueTask.FromResult(RetryAfter.Of(arguments.Outcome.Result, time, options.LongestPause)),
            })
            .Build();
    }
}
