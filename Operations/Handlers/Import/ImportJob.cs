using System.Threading.Channels;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>
/// Parses, checks and prepares batches side by side, and commits them in their order. Each commit carries the cursor of
/// what it holds: after a crash nothing is done twice and nothing left out.
/// </summary>
internal sealed class ImportJob(IResourceStore store, IWriteCheck check, ImportRequest request, OperationContext context, BulkOptions options, TimeProvider time)
{
    private const int CommitsUnderWay = 2;

    // The store writes on one thread; the others prepare for it. Each batch that waits is memory.
    private static readonly int BatchesAhead = Math.Clamp(Environment.ProcessorCount - 1, 1, 4);

    private readonly JobWorkspace _job = context.Job!;
    private readonly Queue<(Task<IReadOnlyList<StoredResource>> Commit, int Lines)> _underWay = new();

    public async Task<ImportCursor> RunAsync()
    {
        var cursor = _job.Cursor is { } saved ? ImportCursor.Read(saved) : ImportCursor.Begin(time.GetUtcNow());
        await using var outcomes = new OutcomeFiles(_job.Folder, options.MaxFileBytes, cursor);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        var batches = Channel.CreateBounded<Task<ImportBatch>>(BatchesAhead);
        var reading = Task.Run(() => FillAsync(batches.Writer, cursor, stop.Token), stop.Token);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(stop.Token))
            {
                cursor = await CommitAsync(await batch, cursor, outcomes);
            }

            cursor = await DrainAsync(0, cursor);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll([reading, .. _underWay.Select(work => work.Commit)]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await EndAsync(batches.Reader);
        }

        await reading;
        return cursor;
    }

    // What was begun is not left running.
    private static async Task EndAsync(ChannelReader<Task<ImportBatch>> batches)
    {
        while (batches.TryRead(out var batch))
        {
            await ((Task)batch).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FillAsync(ChannelWriter<Task<ImportBatch>> batches, ImportCursor from, CancellationToken cancellationToken)
    {
        Exception? fault = null;
        try
        {
            var reader = new BatchReader(request, new LineParser(store, check, request.IsR4), options.ImportBatch);
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
        cursor = await DrainAsync(CommitsUnderWay - 1, cursor);
        var next = await NextAsync(batch, cursor, outcomes);
        List<StoreWrite> writes = [.. batch.Lines.Select(line => line.Write).OfType<StoreWrite>()];
        _underWay.Enqueue((store.CommitAsync([.. writes, _job.Save(next.Write())], context.CancellationToken), writes.Count));
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

    // The last write of a commit is the cursor.
    private async Task<ImportCursor> DrainAsync(int most, ImportCursor cursor)
    {
        while (_underWay.Count > most)
        {
            var (commit, lines) = _underWay.Dequeue();
            cursor = cursor.With((await commit).Take(lines));
        }

        return cursor;
    }
}
