using System.Security.Cryptography;
using System.Text.Json;

namespace GenoMed.Fhir.Http.Benchmarks.Node;

/// <summary>A temporary folder with a node's configuration: one client, registered with a key that was just made.</summary>
internal sealed class NodeFolder : IDisposable
{
    public const string Client = "benchmark";
    private const string Scopes = "system/*.cruds";
    private readonly string _root = Directory.CreateTempSubdirectory("genomed-http-").FullName;

    public NodeFolder() => File.WriteAllText(Configuration, JsonSerializer.Serialize(new
    {
        name = "benchmark",
        dataDirectory = Path.Combine(_root, "data"),
        clients = new[] { new { clientId = Client, jwks = Jwks(), scopes = Scopes } },
    }));

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    public string Configuration => Path.Combine(_root, "node.json");

    /// <summary>The SQLite file of the node's store.</summary>
    public string Store => Directory.GetFiles(Path.Combine(_root, "data"), "*.db").Single();

    public string InFolder(string name) => Path.Combine(_root, name);

    public void Dispose()
    {
        Key.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private string Jwks()
    {
        var point = Key.ExportParameters(includePrivateParameters: false).Q;
        return JsonSerializer.Serialize(new
        {
            keys = new[] { new { kty = "EC", crv = "P-384", use = "sig", alg = "ES384", kid = Client, x = AccessToken.Text(point.X!), y = AccessToken.Text(point.Y!) } },
        });
    }
}
