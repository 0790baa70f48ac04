using GenoMed.Fhir.Cli.Federations;
using GenoMed.Fhir.Cli.Output;

namespace GenoMed.Fhir.Cli.Demo;

/// <summary>The node processes of a demo, started together and stopped together.</summary>
internal sealed class NodeFleet : IAsyncDisposable
{
    private readonly IReadOnlyList<NodeProcess> _nodes;
    private readonly FederationFolder _folder;

    private NodeFleet(IReadOnlyList<NodeProcess> nodes, FederationFolder folder)
    {
        _nodes = nodes;
        _folder = folder;
    }

    public NodeProcess this[string name] => _nodes.Single(node => node.Name == name);

    public IReadOnlyDictionary<string, Uri> Urls => _nodes.ToDictionary(node => node.Name, node => node.Url);

    /// <exception cref="IOException">One did not start; those that did are stopped again.</exception>
    public static async Task<NodeFleet> StartAsync(IEnumerable<string> names, FederationFolder folder, CancellationToken cancellationToken)
    {
        var starts = names.Select(name => NodeProcess.StartAsync(name, folder, cancellationToken)).ToList();
        try
        {
            return new NodeFleet(await Task.WhenAll(starts), folder);
        }
        catch
        {
            foreach (var start in starts.Where(start => start.IsCompletedSuccessfully))
            {
                await (await start).DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>Says where each is.</summary>
    public void Tell(IBars bars)
    {
        foreach (var node in _nodes)
        {
            bars.Say($"  {node.Name,-10} {node.Url}  process {node.ProcessId}  {_folder.NodeData(node.Name)}");
        }
    }

    public async ValueTask DisposeAsync()
        => await Task.WhenAll(_nodes.Select(node => node.DisposeAsync().AsTask()));
}
