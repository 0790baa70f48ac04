using GenoMed.Fhir.Manager.Comparisons;

namespace GenoMed.Fhir.Cli.Federations;

/// <summary>The federation file of a set of nodes.</summary>
internal static class FederationFile
{
    public const string Reference = "reference";

    public static ComparisonOptions Options(FederationFolder folder, IReadOnlyDictionary<string, Uri> urls, string guide) => new()
    {
        Guide = guide,
        Client = new ClientOptions(ClientRegistration.Manager, Path.GetFileName(folder.Key(ClientRegistration.Manager))),
        Nodes = [.. urls.Where(node => node.Key != Reference).Select(node => new NodeAddress(node.Key, node.Value))],
        Reference = new ReferenceAddress(Reference, urls[Reference]),
    };
}
