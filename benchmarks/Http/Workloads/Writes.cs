using System.Collections.Concurrent;
using GenoMed.Fhir.Http.Benchmarks.Load;

namespace GenoMed.Fhir.Http.Benchmarks.Workloads;

/// <summary>Requests that write: templates in turn, numbered so that no two resources are the same.</summary>
/// <param name="templates">Sent in turn.</param>
/// <param name="status">What the server answers.</param>
/// <param name="resources">Resources in one request.</param>
/// <param name="first">The first number; each client of each run needs a range of its own.</param>
/// <param name="created">Takes where some of the resources were put, for the reads; or null.</param>
internal sealed class Writes(RequestTemplate[] templates, int status, int resources, int first, ConcurrentBag<string>? created) : IWorkload
{
    private const int Remembered = 2_000;
    private int _sent;

    public int Status => status;

    public int Resources => resources;

    public ReadOnlySpan<byte> Next()
    {
        var number = first + (_sent * resources);
        return templates[_sent++ % templates.Length].Numbered(number);
    }

    public void Answered(ResponseBuffer answer)
    {
        if (_sent <= Remembered && created is not null && answer.Header("Location") is { } location)
        {
            var path = new Uri(location).AbsolutePath;
            created.Add(path[..path.IndexOf("/_history", StringComparison.Ordinal)]);
        }
    }
}
