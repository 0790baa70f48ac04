using System.Diagnostics;

namespace GenoMed.Fhir.Search.Benchmarks;

/// <summary>This program again, as a node on a folder; ends with it.</summary>
internal sealed class NodeProcess : IDisposable
{
    private readonly Process _process;

    private NodeProcess(Process process, string address)
    {
        _process = process;
        Address = new Uri(address + "/");
    }

    public Uri Address { get; }

    public static async Task<NodeProcess> StartAsync(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Program.Serve, folder]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync();
        return address is null ? throw new InvalidOperationException("The node did not start.") : new NodeProcess(process, address);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
