using System.Threading.Channels;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>
/// Reads, parses and checks on one thread what the store indexes and writes on others. Each commit carries the cursor of
/// what it holds: after a crash nothing is done twice and nothing left out.
/// </summary>
internal sealed class ImportJob(IResourceStore store, IWriteCheck check, ImportRequest request, OperationContext context, BulkOptions options, TimeProvider time)
{
    private const int BatchesAhead = 2;
    private const int CommitsUnderWay = 2;
    private readonly JobWorkspace _job = context.Job!;
    private readonly Queue<Task> _underWay = new();

    public async Task<ImportCursor> RunAsync()
    {
        var cursor = _job.Cursor is { } saved ? ImportCursor.Read(saved) : ImportCursor.Begin(time.GetUtcNow());
        await using var outcomes = new OutcomeFiles(_job.Folder, options.MaxFileBytes, cursor);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        var batches = Channel.CreateBounded<ImportBatch>(BatchesAhead);
        var reading = Task.Run(() => FillAsync(batches.Writer, cursor, stop.Token), stop.Token);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(stop.Token))
            {
                cursor = await CommitAsync(batch, cursor, outcomes);
            }

            await DrainAsync(0);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll([reading, .. _underWay]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await reading;
        return cursor;
    }

    private async Task FillAsync(ChannelWriter<ImportBatch> batches, ImportCursor from, CancellationToken cancellationToken)
    {
        Exception? fault = null;
        try
        {
            var reader = new BatchReader(request, new LineParser(check, request.IsR4), options.ImportBatch);
            await foreach (var batch in reader.ReadAsync(from, cancellationToken))
            {
                await batches.WriteAsync(batch, cancellationToken);
            }
        }
        catch (Exception e)
        {
            fault = e;
        }

        // The other side meets the fault where it waits for the next batch.
        batches.Complete(fault);
    }

    private async Task<ImportCursor> CommitAsync(ImportBatch batch, ImportCursor cursor, OutcomeFiles outcomes)
    {
        await DrainAsync(CommitsUnderWay - 1);
        Task commit;
        var next = await NextAsync(batch, cursor, outcomes);
        try
        {
            commit = store.CommitAsync([.. Writes(batch), _job.Save(next.Write())], context.CancellationToken);
        }
        catch (OperationProblem)
        {
            // The store itself refuses a line: find out which, before anything was written.
            var sifted = await SiftAsync(batch);
            next = await NextAsync(sifted, cursor, outcomes);
            commit = store.CommitAsync([_job.Save(next.Write())], context.CancellationToken);
        }

        _underWay.Enqueue(commit);
        context.Progress.Report(new OperationProgress((next.Source + 0.5) / request.Sources.Count, $"{next.StoredCount} resources stored, {next.ErrorCount} lines refused"));
        return next;
    }

    private async Task<ImportCursor> NextAsync(ImportBatch batch, ImportCursor cursor, OutcomeFiles outcomes)
    {
        foreach (var line in batch.Lines)
        {
            await outcomes.AppendAsync(request.Sources[batch.Source].Name, line, context.CancellationToken);
        }

        await outcomes.FlushAsync(context.CancellationToken);
        return cursor.After(batch, outcomes.Errors, outcomes.Remarks);
    }

    private async Task<ImportBatch> SiftAsync(ImportBatch batch)
    {
        var lines = new List<ImportLine>();
        foreach (var line in batch.Lines.Where(line => line.Write is not null))
        {
            try
            {
                await store.CommitAsync([line.Write!], context.CancellationToken);
                lines.Add(line with { Issues = [] });
            }
            catch (OperationProblem problem) when (problem.Kind is ProblemKind.Invalid or ProblemKind.Unprocessable)
            {
                lines.Add(new ImportLine(line.Number, null, problem.Issues));
            }
        }

        return batch with { Lines = lines };
    }

    private static IEnumerable<StoreWrite> Writes(ImportBatch batch) => batch.Lines.Select(line => line.Write).OfType<StoreWrite>();

    private async Task DrainAsync(int most)
    {
        while (_underWay.Count > most)
        {
            await _underWay.Dequeue();
        }
    }
}
