using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>One entry of a transaction: a PUT to a known id (update as create), or a DELETE.</summary>
/// <param name="Url">Type and id, e.g. <c>Patient/mds-1f…</c>.</param>
/// <param name="Resource">What is put; null deletes.</param>
public sealed record BundleEntry(string Url, Resource? Resource)
{
    internal static BundleEntry Put(string type, string id, Resource resource) => new($"{type}/{id}", resource);

    internal static BundleEntry Delete(string type, string id) => new($"{type}/{id}", null);
}
