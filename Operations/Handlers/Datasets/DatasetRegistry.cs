using GenoMed.Fhir.Guides.Features;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Datasets;

/// <summary>The node's datasets: in the store as Library and Binary, the ones in use in memory.</summary>
internal sealed class DatasetRegistry(IResourceStore store, OperationsOptions options)
{
    private readonly DatasetCache _cache = new(options.CachedDatasets);

    /// <summary>Registers a table; the same table of the same cohort gives the same id and changes nothing.</summary>
    public async Task<Dataset> RegisterAsync(ExtractedDataset extracted, string? cohort, string? title, CancellationToken cancellationToken)
    {
        var bytes = FeatureTableCodec.Write(extracted.Table);
        var sha256 = DatasetId.Sha256(bytes);
        var dataset = new Dataset(DatasetId.Of(sha256, extracted.Table.Schema, cohort, DatasetTexts.Sha256(extracted.Texts)), sha256, cohort, extracted.Table, extracted.Quality) { Texts = extracted.Texts, IsInvented = extracted.IsInvented };
        await store.CommitAsync([Put(DatasetResources.Binary(dataset, bytes)), .. DatasetTexts.Binaries(dataset).Select(Put), Put(SnapshotGroup.Build(extracted.Members, extracted.IsInvented)), Put(DatasetResources.Library(dataset, title, bytes.Length, SnapshotGroup.Reference(extracted.Members)))], cancellationToken);
        _cache.Add(dataset);
        return dataset;
    }

    /// <summary>The dataset of that id.</summary>
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">NotFound, pointing at the parameter <c>dataset</c>.</exception>
    public async Task<Dataset> GetAsync(string id, CancellationToken cancellationToken)
    {
        // The Library is read every time, so that a dataset deleted by its steward is gone at once.
        var library = await ReadAsync("Library", id, cancellationToken);
        if (_cache.Find(id) is { } cached)
        {
            return cached;
        }

        var dataset = DatasetResources.Read(library, await ReadAsync("Binary", id, cancellationToken));
        dataset = dataset with { Texts = DatasetTexts.Has(library) ? DatasetTexts.Read(await ReadAsync("Binary", DatasetTexts.Id(id), cancellationToken)) : TextTable.Empty };
        _cache.Add(dataset);
        return dataset;
    }

    private async Task<Resource> ReadAsync(string resourceType, string id, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(resourceType, id, cancellationToken);
        return stored?.Resource ?? throw ParameterProblem.NotFound("dataset", $"This node has no dataset '{id}'; $extract-dataset makes one.");
    }

    private static StoreWrite Put(Resource resource) => new(StoreMethod.Update, resource.ResourceType, resource.Id!, resource);
}
