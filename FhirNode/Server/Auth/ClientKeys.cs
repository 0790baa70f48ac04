using GenoMed.Fhir.Node.Options;
using Microsoft.IdentityModel.Tokens;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>Reads the public keys of a registered client.</summary>
internal static class ClientKeys
{
    /// <summary>The keys of the client's JWKS, given inline or as a file.</summary>
    /// <exception cref="ArgumentException">The text is not a JWKS.</exception>
    public static IReadOnlyList<SecurityKey> Read(NodeClient client)
        => [.. new JsonWebKeySet(Text(client.Jwks)).GetSigningKeys()];

    /// <summary>What is wrong with the client's keys, or null.</summary>
    public static string? Fault(NodeClient client)
    {
        try
        {
            if (new JsonWebKeySet(Text(client.Jwks)).Keys.Any(key => key.HasPrivateKey))
            {
                return "its JWKS holds a private key; register the public part only.";
            }

            return Read(client).Count == 0 ? "its JWKS holds no signing key." : null;
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return $"its JWKS cannot be read: {e.Message}";
        }
    }

    private static string Text(string jwks) => jwks.AsSpan().TrimStart().StartsWith("{") ? jwks : File.ReadAllText(jwks);
}
