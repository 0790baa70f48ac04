using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>
/// The private key by which a client proves itself to nodes (SMART Backend Services, ES384). Nodes are given
/// <see cref="PublicJwks"/> and never see more.
/// </summary>
public sealed class ClientKey : IDisposable
{
    private readonly ECDsa _key;

    private ClientKey(ECDsa key)
    {
        _key = key;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        KeyId = Base64UrlEncoder.Encode(SHA256.HashData([.. point.X!, .. point.Y!])[..12]);
        PublicJwks = Jwks(KeyId, point);

        // Uncached: the process's cache knows a signer by the key's id, and would give the next ClientKey of this file one whose key is disposed.
        Signing = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = KeyId }, SecurityAlgorithms.EcdsaSha384)
        {
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
    }

    /// <summary>The key's id, made of the public key.</summary>
    public string KeyId { get; }

    /// <summary>The public key as a JSON Web Key Set, for the node's client list.</summary>
    public string PublicJwks { get; }

    internal SigningCredentials Signing { get; }

    /// <summary>A new key on P-384.</summary>
    public static ClientKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP384));

    /// <summary>The key of a PEM text (PKCS #8).</summary>
    /// <exception cref="ArgumentException">No private key in it, or not on P-384.</exception>
    public static ClientKey FromPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw new ArgumentException("Expected a private key on P-384 as PEM (PKCS #8).", e);
        }

        return key.KeySize == 384 ? new ClientKey(key) : throw new ArgumentException($"Expected a P-384 key (ES384), got {key.KeySize} bits.");
    }

    /// <summary>The private key as PEM (PKCS #8), to keep for the next start.</summary>
    public string ToPem() => _key.ExportPkcs8PrivateKeyPem();

    public void Dispose() => _key.Dispose();

    private static string Jwks(string keyId, ECPoint point) => JsonSerializer.Serialize(new
    {
        keys = new[]
        {
            new { kty = "EC", crv = "P-384", use = "sig", alg = "ES384", kid = keyId, x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) },
        },
    });
}
