namespace GenoMed.Fhir.Operations;

/// <summary>Runs computations on worker threads, a bounded number at once, so that requests stay quick.</summary>
internal sealed class JobLane(OperationsOptions options) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.ConcurrentJobs);

    public async Task<T> RunAsync<T>(Func<T> compute, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(compute, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
