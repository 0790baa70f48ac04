using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Cli.Etl;

/// <summary>The FHIR server that a file is loaded to.</summary>
internal sealed class EtlTarget(string name, Uri url, ClientIdentity? identity) : IDisposable
{
    private readonly NodeDirectory _nodes = new([new NodeEndpoint(name, url)], identity, new NodeClientOptions(), TimeProvider.System);

    public void Dispose() => _nodes.Dispose();

    /// <summary>Posts one transaction and counts what it did.</summary>
    public async Task<EtlAnswer> SendAsync(Resource bundle, CancellationToken cancellationToken)
        => EtlAnswers.Count(await _nodes[name].TransactionAsync(bundle, cancellationToken));
}
