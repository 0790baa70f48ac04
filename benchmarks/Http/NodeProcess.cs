using System.Diagnostics;

namespace GenoMed.Fhir.Http.Benchmarks;

/// <summary>A node in a process of its own.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private NodeProcess(Process process, string folder, string baseUrl, TimeSpan start)
    {
        _process = process;
        _folder = folder;
        BaseUrl = baseUrl;
        StartToFirstAnswer = start;
    }

    public string BaseUrl { get; }

    /// <summary>From the start of the process to the CapabilityStatement as its first answer.</summary>
    public TimeSpan StartToFirstAnswer { get; }

    /// <summary>Resident memory in MiB.</summary>
    public double MemoryMiB
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<NodeProcess> StartAsync(string jwks)
    {
        var folder = Directory.CreateTempSubdirectory("genomed-http-").FullName;
        var began = TimeProvider.System.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["serve", folder, jwks]) { RedirectStandardOutput = true })!;
        var baseUrl = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The node did not start.");
        using var http = new HttpClient();
        (await http.GetAsync(new Uri(baseUrl + "/metadata"))).EnsureSuccessStatusCode();
        return new NodeProcess(process, folder, baseUrl, TimeProvider.System.GetElapsedTime(began));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
