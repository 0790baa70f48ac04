using System.Text.Json;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Node;

namespace GenoMed.Fhir.Cli.Federations;

/// <summary>
/// The clients of a federation and the files that make nodes know them: <c>integrator</c> loads patients, <c>manager</c> calls
/// operations, stores reports and reads no patient, <c>steward</c> releases synthetic data sets. A publication node knows
/// <c>publisher</c>, which brings them there.
/// </summary>
internal static class ClientRegistration
{
    public const string Integrator = "integrator";
    public const string Manager = "manager";
    public const string Steward = "steward";
    public const string Publisher = "publisher";

    /// <summary>The name of the node that is no hospital's: it shows released sets to anyone.</summary>
    public const string Publication = "publication";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly (string Id, string Scopes)[] Clients =
    [
        (Integrator, "system/*.cruds"),
        (Manager, "system/Operation.* system/Library.r system/MeasureReport.cru"),
        (Steward, "system/Operation.release"),
    ];

    /// <summary>Makes a key for each client and a configuration for each node.</summary>
    /// <param name="folder">Where to write.</param>
    /// <param name="nodes">Their names.</param>
    /// <param name="urls">What other machines call them, so that they listen on all addresses; null for this machine alone.</param>
    public static void Write(FederationFolder folder, IEnumerable<string> nodes, IReadOnlyDictionary<string, Uri>? urls = null)
    {
        var registered = Clients.Select(client => new { clientId = client.Id, jwks = CreateKey(folder, client.Id), scopes = client.Scopes }).ToList();
        foreach (var node in nodes)
        {
            File.WriteAllText(folder.NodeConfig(node), JsonSerializer.Serialize(
                new { name = node, address = urls is null ? "127.0.0.1" : "0.0.0.0", publicUrl = urls?[node].AbsoluteUri, dataDirectory = folder.NodeData(node), clients = registered },
                Json));
        }
    }

    /// <summary>Makes the key of <c>publisher</c> and the configuration of a publication node.</summary>
    /// <param name="folder">Where to write.</param>
    /// <param name="url">What others call it, so that it listens on all addresses; null for this machine alone.</param>
    public static void WritePublication(FederationFolder folder, Uri? url) => File.WriteAllText(folder.NodeConfig(Publication), JsonSerializer.Serialize(
        new
        {
            name = Publication,
            address = url is null ? "127.0.0.1" : "0.0.0.0",
            publicUrl = url?.AbsoluteUri,
            dataDirectory = folder.NodeData(Publication),
            publication = new { },
            clients = new[] { new { clientId = Publisher, jwks = CreateKey(folder, Publisher), scopes = "system/*.cu" } },
        },
        Json));

    /// <summary>The client whose key <see cref="Write"/> made.</summary>
    public static ClientIdentity Identity(FederationFolder folder, string client)
        => new(client, ClientKey.FromPem(File.ReadAllText(folder.Key(client))), Clients.Single(known => known.Id == client).Scopes);

    private static string CreateKey(FederationFolder folder, string client)
    {
        using var key = ClientKey.Create();
        PrivateFile.Write(folder.Key(client), key.ToPem());
        return key.PublicJwks;
    }
}
