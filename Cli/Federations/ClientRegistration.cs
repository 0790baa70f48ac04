using System.Text.Json;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Node;

namespace GenoMed.Fhir.Cli.Federations;

/// <summary>
/// The two clients of a federation and the files that make nodes know them: <c>integrator</c> loads patients,
/// <c>manager</c> calls operations and reads no patient.
/// </summary>
internal static class ClientRegistration
{
    public const string Integrator = "integrator";
    public const string Manager = "manager";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly (string Id, string Scopes)[] Clients = [(Integrator, "system/*.cruds"), (Manager, "system/Operation.*")];

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
