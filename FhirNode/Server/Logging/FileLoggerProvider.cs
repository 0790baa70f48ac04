using Microsoft.Extensions.Logging;

namespace GenoMed.Fhir.Node.Logging;

/// <summary>Logs to a file, one JSON object a line.</summary>
internal sealed class FileLoggerProvider(string path, TimeProvider time) : ILoggerProvider, IAsyncDisposable
{
    private const int Capacity = 10_000;
    private readonly LineFile _file = new(path, Capacity);

    public ILogger CreateLogger(string categoryName) => new FileLogger(categoryName, _file, time);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
