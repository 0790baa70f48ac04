using GenoMed.Fhir.Cli.Federations;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Manager.Comparisons;
using GenoMed.Fhir.Manager.Comparisons.Generators;
using GenoMed.Fhir.Manager.Experiments.Storage;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Manager.Registry;

namespace GenoMed.Fhir.Cli.Managers;

/// <summary>What a comparison needs of this machine: the client's key, the nodes' addresses, the manager's database and models.</summary>
/// <param name="options">The federation file.</param>
/// <param name="data">The manager's folder.</param>
internal sealed class ManagerRun(ComparisonOptions options, string data)
{
    private readonly Guide _guide = GuideCatalog.Default.Find(options.Guide);

    /// <summary>Of a model that predicts a risk.</summary>
    public Task<ComparisonResult> CompareAsync(IProgress<ComparisonEvent> progress, CancellationToken cancellationToken) => WithNodesAsync(
        (nodes, reference, runs, registry) => new Comparison(options, _guide, nodes, reference, runs, registry, TimeProvider.System).RunAsync(progress, cancellationToken),
        cancellationToken);

    /// <summary>Of a model that invents patients.</summary>
    public Task<GeneratorResult> CompareGeneratorAsync(IProgress<ComparisonEvent> progress, CancellationToken cancellationToken) => WithNodesAsync(
        (nodes, reference, runs, registry) => new GeneratorComparison(
            options, _guide, nodes, reference, runs, registry, (train, test) => new SafeEvaluator(options, _guide, train, test), TimeProvider.System).RunAsync(progress, cancellationToken),
        cancellationToken);

    private async Task<T> WithNodesAsync<T>(Func<NodeDirectory, NodeClient, RunStore, ModelRegistry, Task<T>> compare, CancellationToken cancellationToken)
    {
        using var key = await PrivateKeyFile.ReadAsync(options.Client.Key, cancellationToken);
        var identity = new ClientIdentity(options.Client.Id, key, "system/Operation.*");
        var reference = new NodeEndpoint(options.Reference.Name, options.Reference.Url);
        using var nodes = new NodeDirectory(
            options.Nodes.Select(node => new NodeEndpoint(node.Name, node.Url)).Append(reference), identity, new NodeClientOptions(), TimeProvider.System);
        var runs = await RunStore.OpenAsync(ManagerFiles.Database(data), TimeProvider.System, cancellationToken);
        return await compare(nodes, nodes[reference.Name], runs, new ModelRegistry(ManagerFiles.Models(data), runs, TimeProvider.System));
    }
}
