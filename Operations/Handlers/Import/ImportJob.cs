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
    private readonly Queue<(Task<IReadOnlyList<StoredResource>> Commit, int Lines)> _underWay = new();

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

            cursor = await DrainAsync(0, cursor);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll([reading, .. _underWay.Select(work => work.Commit)]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
        cursor = await DrainAsync(CommitsUnderWay - 1, cursor);
        var next = await NextAsync(batch, cursor, outcomes);
        List<StoreWrite> writes = [.. Writes(batch)];
        try
        {
            _underWay.Enqueue((store.CommitAsync([.. writes, _job.Save(next.Write())], context.CancellationToken), writes.Count));
        }
        catch (OperationProblem)
        {
            // The store itself refuses a line: find out which, before anything was written.
            var (sifted, stored) = await SiftAsync(batch);
            next = (await NextAsync(sifted, cursor, outcomes)).With(stored);
            _underWay.Enqueue((store.CommitAsync([_job.Save(next.Write())], context.CancellationToken), 0));
        }

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

    private async Task<(ImportBatch Batch, IReadOnlyList<StoredResource> Stored)> SiftAsync(ImportBatch batch)
    {
        var lines = new List<ImportLine>();
        var stored = new List<StoredResource>();
        foreach (var line in batch.Lines.Where(line => line.Write is not null))
        {
            try
            {
                stored.AddRange(await store.CommitAsync([line.Write!], context.CancellationToken));
                lines.Add(line with { Issues = [] });
            }
            catch (OperationProblem problem) when (problem.Kind is ProblemKind.Invalid or ProblemKind.Unprocessable)
            {
                lines.Add(new ImportLine(line.Number, null, problem.Issues));
            }
        }

        return (batch with { Lines = lines }, stored);
    }

    private static IEnumerable<StoreWrite> Writes(ImportBatch batch) => batch.Lines.Select(line => line.Write).OfType<StoreWrite>();

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
