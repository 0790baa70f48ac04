using System.Buffers;
using GenoMed.Fhir.Operations.Bulk;
using GenoMed.Fhir.Operations.Export;
using GenoMed.Fhir.Operations.Views;
using GenoMed.Fhir.R5.Views;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.ViewDefinitionExport;

/// <summary>Writes the rows of one view after the other, over the resources as they were at one instant; resumes like an export.</summary>
internal sealed class ViewDefinitionExportJob(IResourceStore store, ViewDefinitionExportRequest request, OperationContext context, BulkOptions options, TimeProvider time)
{
    private const int SaveEvery = 5_000;
    private readonly JobWorkspace _job = context.Job!;
    private ExportCursor _cursor = null!;
    private long _read;

    public async Task<ExportCursor> RunAsync()
    {
        _cursor = _job.Cursor is { } saved ? ExportCursor.Read(saved) : await BeginAsync();
        await using var files = new NdjsonFiles(_job.Folder, options.MaxFileBytes, _cursor.Files, request.Extension);
        for (; _cursor.Next < request.Views.Count; await SaveAsync(files, _cursor with { Next = _cursor.Next + 1, After = null }))
        {
            await WriteAsync(files, request.Views[_cursor.Next]);
        }

        return _cursor;
    }

    private async Task<ExportCursor> BeginAsync() => await ExportCursor.BeginAsync(
        store, _job, await ExportCursor.ChooseAsync(time, context.CancellationToken), [.. request.Views.Select(view => view.Key)], context.CancellationToken);

    private async Task WriteAsync(NdjsonFiles files, KeyValuePair<string, ViewDefinition> view)
    {
        var (name, definition) = view;
        var writer = RowFormat.Writer(request.Format, definition.Columns, request.WithHeader);
        var table = new ViewTable(new ViewRunner(definition), writer, resource => request.Filter.Contains(resource, definition.Resource));
        var rows = new ArrayBufferWriter<byte>();
        var last = _cursor.After;
        await files.TouchAsync(name, () => writer.Begin, context.CancellationToken);
        await foreach (var resource in new AsOfReader(store, _cursor.TransactionTime).ReadAsync(definition.Resource, last, context.CancellationToken))
        {
            last = resource.Id!;
            if (JobOwned.Contains(definition.Resource, last) || table.Append(resource, isFirst: true, rows) == 0)
            {
                continue;
            }

            await files.AppendAsync(name, rows.WrittenMemory, endsLine: true, () => writer.Begin, context.CancellationToken);
            rows.ResetWrittenCount();
            if (++_read % SaveEvery == 0)
            {
                await SaveAsync(files, _cursor with { After = last });
            }
        }
    }

    private async Task SaveAsync(NdjsonFiles files, ExportCursor next)
    {
        await files.FlushAsync(context.CancellationToken);
        _cursor = next with { Files = [.. files.Files] };
        await store.CommitAsync([_job.Save(_cursor.Write())], context.CancellationToken);
        context.Progress.Report(new OperationProgress(_cursor.Next / (double)request.Views.Count, $"{_read} resources made rows"));
    }
}
