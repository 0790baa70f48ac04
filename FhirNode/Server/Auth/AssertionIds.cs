using System.Security.Cryptography;
using System.Text;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>
/// Remembers each assertion's <c>jti</c> until it expires, so that it serves once (RFC 7523, section 3): in the store, so that
/// all processes of a node know it, and a restarted one too. What is kept is a digest.
/// </summary>
internal sealed class AssertionIds(IResourceStore store)
{
    /// <summary>True the first time that the client uses this id.</summary>
    public Task<bool> TryUseAsync(string clientId, string jti, DateTimeOffset expires, CancellationToken cancellationToken)
        => store.TryUseAsync("jti " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{clientId}\n{jti}"))), expires, cancellationToken);
}
