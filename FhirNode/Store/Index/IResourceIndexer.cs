using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Store.Index;

/// <summary>Finds the values that a resource is searched by. Pure: the same resource gives the same rows.</summary>
internal interface IResourceIndexer
{
    /// <summary>The rows, without repetitions.</summary>
    IReadOnlyList<IndexRow> Extract(Resource resource);

    /// <summary>Changes whenever the rows of some resource may: then the index of a file is built anew.</summary>
    string Fingerprint { get; }
}
