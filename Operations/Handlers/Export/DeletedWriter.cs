using GenoMed.Fhir.Operations.Bulk;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Export;

/// <summary>
/// The <c>deleted</c> files: what an earlier export may have held and was deleted since, as transaction Bundles of
/// DELETE requests (Bulk Data guide, "Response - Output Manifest").
/// </summary>
internal sealed class DeletedWriter(IResourceStore store, ExportRequest request, ExportCursor cursor)
{
    private const int EntriesPerBundle = 100;
    private const int PageSize = 500;

    public async Task WriteAsync(NdjsonFiles files, CancellationToken cancellationToken)
    {
        if (request.Since is null)
        {
            return;
        }

        foreach (var type in cursor.Types)
        {
            var deleted = await DeletedAsync(type, cancellationToken);
            foreach (var batch in deleted.Chunk(EntriesPerBundle))
            {
                await files.AppendAsync(ExportJob.DeletedFiles, Line(batch), endsLine: false, null, cancellationToken);
            }
        }
    }

    private async Task<List<string>> DeletedAsync(string type, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var deleted = new List<string>();
        var query = new HistoryQuery(type, null, request.Since, PageSize, null);
        do
        {
            var page = await store.HistoryAsync(query, cancellationToken);
            foreach (var version in page.Versions.Where(version => version.LastUpdated <= cursor.TransactionTime && seen.Add(version.Id)))
            {
                if (version.IsDeleted && await WasWantedAsync(version, cancellationToken))
                {
                    deleted.Add($"{type}/{version.Id}");
                }
            }

            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);
        return deleted;
    }

    // Whose it was stands in the version before the deletion.
    private async Task<bool> WasWantedAsync(StoredResource deletion, CancellationToken cancellationToken)
    {
        if (deletion.LastUpdated <= request.Since || JobOwned.Contains(deletion.ResourceType, deletion.Id))
        {
            return false;
        }

        return request.Patients is null
            || (await store.VReadAsync(deletion.ResourceType, deletion.Id, deletion.VersionId - 1, cancellationToken) is { Resource: { } last } && request.Patients.Contains(last, deletion.ResourceType));
    }

    private static ReadOnlyMemory<byte> Line(IEnumerable<string> urls)
        => new Bundle(BundleType.Transaction, [.. urls.Select(url => new BundleEntry { Request = new BundleRequest("DELETE", url) })]).ToResource().Json;
}
