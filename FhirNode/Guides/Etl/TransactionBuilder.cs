using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Gathers the entries of several patients into one transaction. What two patients share (a panel's list) goes in once.</summary>
public sealed class TransactionBuilder
{
    private readonly List<BundleEntry> _entries = [];
    private readonly HashSet<string> _urls = [];

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Count;

    /// <param name="entries">Each has a request.</param>
    public void Add(IEnumerable<BundleEntry> entries) => _entries.AddRange(entries.Where(entry => _urls.Add(entry.Request!.Url)));

    /// <summary>The transaction Bundle of what was added.</summary>
    public Resource ToBundle() => new Bundle(BundleType.Transaction, _entries).ToResource();

    /// <summary>An update as create.</summary>
    internal static BundleEntry Put(string type, string id, Resource resource) => new() { Resource = resource, Request = new BundleRequest("PUT", $"{type}/{id}") };

    internal static BundleEntry Delete(string type, string id) => new() { Request = new BundleRequest("DELETE", $"{type}/{id}") };
}
