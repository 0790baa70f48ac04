using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Manager.Loading;

/// <summary>A FHIR server that hospital files are loaded to.</summary>
/// <param name="node">Where it is.</param>
/// <param name="identity">Who loads; null for a node that is open.</param>
/// <param name="time">The clock.</param>
public sealed class EtlTarget(NodeEndpoint node, ClientIdentity? identity, TimeProvider time) : IDisposable
{
    private readonly NodeDirectory _nodes = new([node], identity, new NodeClientOptions(), time);

    /// <summary>Checks a file and loads it (<see cref="EtlLoader"/>).</summary>
    /// <exception cref="R5.Outcomes.OperationProblem">The file has faults, or the server refused a transaction.</exception>
    /// <exception cref="NodeUnavailableException">The server is not there; running the load again finishes it.</exception>
    public Task<EtlResult> LoadAsync(
        DataDictionary dictionary, EtlOptions options, EtlSource source, IProgress<EtlProgress>? progress, CancellationToken cancellationToken)
        => new EtlLoader(dictionary, options, SendAsync).LoadAsync(source, progress, cancellationToken);

    public void Dispose() => _nodes.Dispose();

    private async Task<EtlAnswer> SendAsync(Resource bundle, CancellationToken cancellationToken)
        => EtlAnswers.Count(await _nodes[node.Name].TransactionAsync(bundle, cancellationToken));
}
