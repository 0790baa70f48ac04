using GenoMed.Fhir.Operations.Bulk;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Export;

/// <summary>Writes the files of one export, type by type in the order of ids, and saves its cursor as it goes.</summary>
internal sealed class ExportJob(IResourceStore store, ExportRequest request, OperationContext context, BulkOptions options, TimeProvider time)
{
    /// <summary>What a deleted resource's line stands under in the cursor; no resource type has a small letter.</summary>
    public const string DeletedFiles = "deleted";

    private const int SaveEvery = 5_000;
    private readonly JobWorkspace _job = context.Job!;
    private ExportCursor _cursor = null!;
    private FilterMatches _matches = null!;
    private long _written;

    public async Task<ExportCursor> RunAsync()
    {
        (_cursor, _matches) = await new ExportStart(store, request, _job, time).RunAsync(context.CancellationToken);
        await using var files = new NdjsonFiles(_job.Folder, options.MaxFileBytes, _cursor.Files);
        for (; _cursor.Next < _cursor.Types.Count; await SaveAsync(files, _cursor with { Next = _cursor.Next + 1, After = null }))
        {
            await WriteTypeAsync(files, _cursor.Types[_cursor.Next]);
        }

        if (_cursor.Next == _cursor.Types.Count)
        {
            await new DeletedWriter(store, request, _cursor).WriteAsync(files, context.CancellationToken);
            await SaveAsync(files, _cursor with { Next = _cursor.Next + 1 });
        }

        return _cursor;
    }

    private async Task WriteTypeAsync(NdjsonFiles files, string type)
    {
        var last = _cursor.After;
        var unsaved = 0;
        await foreach (var resource in new AsOfReader(store, _cursor.TransactionTime).ReadAsync(type, last, context.CancellationToken))
        {
            last = resource.Id!;
            if (!IsWanted(resource, type))
            {
                continue;
            }

            await files.AppendAsync(type, request.Elements.Apply(resource, type), endsLine: false, null, context.CancellationToken);
            _written++;
            if (++unsaved == SaveEvery)
            {
                await SaveAsync(files, _cursor with { After = last });
                unsaved = 0;
            }
        }
    }

    private bool IsWanted(Resource resource, string type)
        => !JobOwned.Contains(type, resource.Id!)
            && _matches.Include(type, resource.Id!)
            && (request.Since is null && request.Until is null || IsInTime(AsOfReader.LastUpdated(resource)))
            && request.Patients?.Contains(resource, type) != false;

    private bool IsInTime(DateTimeOffset updated) => !(updated <= request.Since) && !(updated >= request.Until);

    private async Task SaveAsync(NdjsonFiles files, ExportCursor next)
    {
        await files.FlushAsync(context.CancellationToken);
        _cursor = next with { Files = [.. files.Files] };
        await store.CommitAsync([_job.Save(_cursor.Write())], context.CancellationToken);
        context.Progress.Report(new OperationProgress(Math.Min(1, _cursor.Next / (double)(_cursor.Types.Count + 1)), $"{_written} resources written"));
    }
}
