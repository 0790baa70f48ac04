namespace GenoMed.Fhir.Http.Benchmarks.Load;

/// <summary>What one measurement found.</summary>
/// <param name="Name">What was sent.</param>
/// <param name="Clients">How many at a time.</param>
/// <param name="PerSecond">Resources a second.</param>
/// <param name="P50">Median time of a request in ms.</param>
/// <param name="P99">Time in ms that 99 of 100 requests do not exceed.</param>
/// <param name="ServerMicroseconds">Processor time of the server for each request, in µs.</param>
/// <param name="ClientMicroseconds">Processor time of the clients for each request, in µs.</param>
internal sealed record LoadFigure(string Name, int Clients, double PerSecond, double P50, double P99, double ServerMicroseconds, double ClientMicroseconds)
{
    public static LoadFigure Of(string name, int clients, int resources, double seconds, IEnumerable<double> milliseconds, TimeSpan server, TimeSpan own)
    {
        var sorted = milliseconds.Order().ToList();
        return new LoadFigure(
            name,
            clients,
            resources / seconds,
            sorted[sorted.Count / 2],
            sorted[sorted.Count * 99 / 100],
            server.TotalMicroseconds / sorted.Count,
            own.TotalMicroseconds / sorted.Count);
    }
}
