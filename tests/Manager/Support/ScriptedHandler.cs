using System.Net;
using System.Text;

namespace GenoMed.Fhir.Manager.Tests.Support;

/// <summary>A node that answers from a script and remembers what it was asked.</summary>
internal sealed class ScriptedHandler(Func<Exchange, int, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly List<Exchange> _exchanges = [];

    public IReadOnlyList<Exchange> Exchanges
    {
        get
        {
            lock (_lock)
            {
                return [.. _exchanges];
            }
        }
    }

    public static HttpResponseMessage Json(HttpStatusCode status, string json)
        => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/fhir+json") };

    public static HttpResponseMessage Accepted(string location)
    {
        var response = new HttpResponseMessage(HttpStatusCode.Accepted) { Content = new StringContent("") };
        response.Content.Headers.ContentLocation = new Uri(location, UriKind.RelativeOrAbsolute);
        response.Headers.TryAddWithoutValidation("Retry-After", "0");
        response.Headers.TryAddWithoutValidation("X-Progress", "half");
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var exchange = new Exchange(request.Method.Method, request.RequestUri!, request.Headers.ToString(), body);
        int number;
        lock (_lock)
        {
            _exchanges.Add(exchange);
            number = _exchanges.Count;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return answer(exchange, number);
    }
}
