using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Export;

/// <summary>Begins an export, or goes on with what an earlier run of the job saved.</summary>
internal sealed class ExportStart(IResourceStore store, ExportRequest request, JobWorkspace job, TimeProvider time)
{
    /// <summary>How often an instant is chosen anew because writes came between it and the filters' search.</summary>
    private const int Attempts = 10;

    public async Task<(ExportCursor Cursor, FilterMatches Matches)> RunAsync(CancellationToken cancellationToken)
        => job.Cursor is { } saved
            ? (ExportCursor.Read(saved), await FilterMatches.ReadAsync(job, cancellationToken) ?? await FilterMatches.FindAsync(store, request.Filters, cancellationToken))
            : await BeginAsync(cancellationToken);

    // The last attempt counts whatever was written: a store that never rests is exported too.
    private async Task<(ExportCursor Cursor, FilterMatches Matches)> BeginAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var instant = await ExportCursor.ChooseAsync(time, cancellationToken);
            var matches = await FilterMatches.FindAsync(store, request.Filters, cancellationToken);
            if (attempt == Attempts || !await FilterMatches.IsOutdatedAsync(store, request.Filters, instant, cancellationToken))
            {
                await matches.SaveAsync(job, cancellationToken);
                return (await ExportCursor.BeginAsync(store, job, instant, request.Types, cancellationToken), matches);
            }
        }
    }
}
