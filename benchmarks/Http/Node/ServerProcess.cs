using System.Diagnostics;
using System.Globalization;

namespace GenoMed.Fhir.Http.Benchmarks.Node;

/// <summary>A server in a process of its own, which prints its URL when it answers and stops when its input is closed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);
    private readonly Process _process;

    private ServerProcess(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    public Uri Url { get; }

    /// <summary>The processor time of all its threads since its start.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Memory that it holds, in MB (10⁶ bytes), shared libraries included.</summary>
    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <param name="assembly">A .NET program beside this one, or the full path of one.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="IOException">It did not print a URL within a minute.</exception>
    public static async Task<ServerProcess> StartAsync(string assembly, params IEnumerable<string> arguments)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var limit = new CancellationTokenSource(StartLimit);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (Uri.TryCreate(line.Trim(), UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp)
            {
                return new ServerProcess(process, url);
            }
        }

        throw new IOException(string.Create(CultureInfo.InvariantCulture, $"{assembly} ended without a URL, exit code {process.ExitCode}."));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
