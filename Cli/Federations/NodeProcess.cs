using GenoMed.Fhir.Cli.Processes;

namespace GenoMed.Fhir.Cli.Federations;

/// <summary>A node running as a process of its own.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private readonly ChildProcess _child;

    private NodeProcess(ChildProcess child, Uri url)
    {
        _child = child;
        Url = url;
    }

    public string Name => _child.Name;

    public int ProcessId => _child.Id;

    /// <summary>The FHIR base URL that it printed.</summary>
    public Uri Url { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    /// <exception cref="IOException">It ended or said nothing within 30 s; the message has what it wrote.</exception>
    public static async Task<NodeProcess> StartAsync(string name, FederationFolder folder, CancellationToken cancellationToken)
    {
        var child = new ChildProcess(name, "node", "--config", folder.NodeConfig(name), "--port", "0", "--stop-with-parent");
        try
        {
            return new NodeProcess(child, await UrlAsync(child, cancellationToken));
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _child.DisposeAsync();

    private static async Task<Uri> UrlAsync(ChildProcess child, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (await child.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is var at && at >= 0 && Uri.TryCreate(line[at..].Trim(), UriKind.Absolute, out var url))
            {
                return url;
            }
        }

        throw new IOException($"Node {child.Name} did not start: {(await child.ErrorsAsync()).Trim()}");
    }
}
