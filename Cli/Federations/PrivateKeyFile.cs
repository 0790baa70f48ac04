using GenoMed.Fhir.Manager.Nodes;

namespace GenoMed.Fhir.Cli.Federations;

/// <summary>A client's private key as the user names it.</summary>
internal static class PrivateKeyFile
{
    /// <exception cref="UsageException">The file holds no private key on P-384.</exception>
    public static async Task<ClientKey> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return ClientKey.FromPem(await File.ReadAllTextAsync(path, cancellationToken));
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"{path}: {e.Message}");
        }
    }
}
