using System.Security.Cryptography;
using GenoMed.Fhir.Node.Options;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>The ES384 key with which the node signs its access tokens; made at the first start, readable by its owner only.</summary>
internal sealed class NodeKey : IDisposable
{
    private readonly ECDsa _key;

    public NodeKey(IOptions<NodeOptions> options)
    {
        var path = Path.Combine(options.Value.Shared, "node-key.pem");
        _key = File.Exists(path) ? Load(path) : Make(path);
        SecurityKey = new ECDsaSecurityKey(_key) { KeyId = Thumbprint(_key) };
        Credentials = new SigningCredentials(SecurityKey, SecurityAlgorithms.EcdsaSha384);
    }

    public ECDsaSecurityKey SecurityKey { get; }

    public SigningCredentials Credentials { get; }

    public void Dispose() => _key.Dispose();

    private static ECDsa Load(string path)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }

    private static ECDsa Make(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var made = $"{path}.{Guid.NewGuid():N}";
        Write(made, key);
        try
        {
            File.Move(made, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process that shares the folder was first.
            File.Delete(made);
        }

        return Load(path);
    }

    private static void Write(string path, ECDsa key)
    {
        var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, file);
        writer.Write(key.ExportPkcs8PrivateKeyPem());
    }

    private static string Thumbprint(ECDsa key) => Base64UrlEncoder.Encode(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
}
