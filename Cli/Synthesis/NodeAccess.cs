using GenoMed.Fhir.Cli.Federations;
using GenoMed.Fhir.Manager.Nodes;

namespace GenoMed.Fhir.Cli.Synthesis;

/// <summary>One node and the identity to call it with, for a command that needs just one.</summary>
internal sealed class NodeAccess : IDisposable
{
    private readonly ClientKey? _key;
    private readonly NodeDirectory _directory;

    private NodeAccess(Uri url, string client, ClientKey? key, string scopes)
    {
        _key = key;
        _directory = new NodeDirectory([new NodeEndpoint(url.Authority, url)], key is null ? null : new ClientIdentity(client, key, scopes), new NodeClientOptions { ExchangeTimeout = TimeSpan.FromMinutes(10) }, TimeProvider.System);
    }

    public NodeClient Client => _directory.All.Single();

    /// <param name="url">The FHIR base URL.</param>
    /// <param name="client">The client_id.</param>
    /// <param name="keyFile">Its private key; null for a node that is open.</param>
    /// <param name="scopes">What it asks for.</param>
    /// <param name="cancellationToken">Ends the reading of the key.</param>
    public static async Task<NodeAccess> OpenAsync(Uri url, string client, string? keyFile, string scopes, CancellationToken cancellationToken)
        => new(url, client, keyFile is null ? null : await PrivateKeyFile.ReadAsync(keyFile, cancellationToken), scopes);

    public void Dispose()
    {
        _directory.Dispose();
        _key?.Dispose();
    }
}
