using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Store.Index;

/// <summary>Finds the values of the search parameters.</summary>
internal sealed class ResourceIndexer : IResourceIndexer
{
    public string Fingerprint => "0";

    public IReadOnlyList<IndexRow> Extract(Resource resource) => [];
}
