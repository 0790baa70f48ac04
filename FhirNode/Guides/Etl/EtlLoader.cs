using System.Collections.Concurrent;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>
/// Loads a file: checks it whole, then sends its patients as transactions, a few at a time. Ids follow from the
/// source, so an interrupted load is finished by running it again, and a finished one changes nothing.
/// </summary>
/// <param name="dictionary">The guide's dictionary.</param>
/// <param name="options">How to read.</param>
/// <param name="send">Sends one transaction and counts what came of it; it throws where the server refuses.</param>
/// <param name="concurrency">How many transactions are under way at once, at least 1.</param>
public sealed class EtlLoader(DataDictionary dictionary, EtlOptions options, EtlLoader.Send send, int concurrency = 2)
{
    private static readonly R5.Resources.Resource NoBundle = new TransactionBuilder().ToBundle();

    /// <summary>Sends a transaction Bundle to a server.</summary>
    public delegate Task<EtlAnswer> Send(R5.Resources.Resource bundle, CancellationToken cancellationToken);

    /// <summary>Checks and loads.</summary>
    /// <param name="source">The file; it is read twice.</param>
    /// <param name="progress">Told after every transaction.</param>
    /// <param name="cancellationToken">Stops; what was acknowledged stays.</param>
    /// <exception cref="R5.Outcomes.OperationProblem">The file has faults (see <see cref="EtlReport.MayLoad"/>), or the sender's own.</exception>
    public async Task<EtlResult> LoadAsync(EtlSource source, IProgress<EtlProgress>? progress, CancellationToken cancellationToken)
    {
        var runner = new EtlRunner(dictionary, options);
        var report = await runner.RequireLoadableAsync(source, cancellationToken).ConfigureAwait(false);
        var tally = new LoadTally(report, progress);
        var degree = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
        var members = new ConcurrentBag<EtlBatch>();
        await Parallel.ForEachAsync(runner.BatchesAsync(source, cancellationToken), degree, async (batch, token) =>
        {
            tally.Add(batch, await send(batch.Bundle, token).ConfigureAwait(false));
            if (options.Cohort is not null)
            {
                members.Add(batch with { Bundle = NoBundle });
            }
        }).ConfigureAwait(false);
        await SendCohortAsync(members, tally, cancellationToken).ConfigureAwait(false);
        return tally.Result;
    }

    private async Task SendCohortAsync(ConcurrentBag<EtlBatch> members, LoadTally tally, CancellationToken cancellationToken)
    {
        if (options.Cohort is { } id)
        {
            var bundle = new TransactionBuilder();
            bundle.Add([TransactionBuilder.Put("Group", id, CohortGroup.Build(id, members.SelectMany(batch => batch.PatientIds), null, options.Labels(members.Any(batch => batch.IsInvented)), options.Tags))]);
            tally.Add(new EtlBatch(bundle.ToBundle(), [], 1), await send(bundle.ToBundle(), cancellationToken).ConfigureAwait(false));
        }
    }
}
