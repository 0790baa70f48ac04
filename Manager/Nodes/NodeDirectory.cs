namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>The nodes that a manager knows, by name.</summary>
public sealed class NodeDirectory : IDisposable
{
    private readonly HttpClient _http;
    private readonly SortedDictionary<string, NodeClient> _clients;

    /// <param name="nodes">Unique by name.</param>
    /// <param name="identity">Who the manager is to all of them; null for open nodes.</param>
    /// <param name="options">Time limits and tries.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentException">A name is there twice.</exception>
    public NodeDirectory(IEnumerable<NodeEndpoint> nodes, ClientIdentity? identity, NodeClientOptions options, TimeProvider time)
    {
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseProxy = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _clients = new SortedDictionary<string, NodeClient>(
            nodes.ToDictionary(node => node.Name, node => new NodeClient(node, identity, _http, options, time)), StringComparer.Ordinal);
    }

    /// <summary>All clients, by ordinal order of their nodes' names.</summary>
    public IReadOnlyCollection<NodeClient> All => _clients.Values;

    /// <summary>The client of that node.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists what there is.</exception>
    public NodeClient this[string name] => _clients.TryGetValue(name, out var client)
        ? client
        : throw new ArgumentException($"No node '{name}'; there are: {string.Join(", ", _clients.Keys)}.");

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        _http.Dispose();
    }
}
