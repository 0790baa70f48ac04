using System.Globalization;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Manager.Experiments.Storage;
using GenoMed.Fhir.R5.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>Looks at runs afterwards.</summary>
/// <param name="runs">The manager's database.</param>
public sealed class RunsQuery(RunStore runs)
{
    /// <summary>All runs, newest first.</summary>
    public async Task<IReadOnlyList<RunSummary>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = runs.Open();
        var nodes = (await db.RunNodes.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(node => node.RunId);
        var rows = await db.Runs.AsNoTracking().OrderByDescending(run => run.Created).ThenByDescending(run => run.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(run => Summary(run, nodes[run.Id]))];
    }

    /// <summary>One run whole.</summary>
    /// <exception cref="OperationProblem">NotFound: there is no such run.</exception>
    public async Task<RunDetail> ShowAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = runs.Open();
        var run = await db.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken)
            ?? throw OperationProblem.NotFound($"There is no run '{id}'; genomed runs lists them.");
        var nodes = await db.RunNodes.AsNoTracking().Where(node => node.RunId == id).ToListAsync(cancellationToken);
        var metrics = await db.Metrics.AsNoTracking().Where(metric => metric.RunId == id).ToListAsync(cancellationToken);
        var weights = GlobalRound.ModelWeights(run.Checkpoint);
        return new RunDetail
        {
            Summary = Summary(run, nodes),
            Plan = TrainingPlan.FromJson(run.Plan),
            PlanHash = run.PlanHash,
            WeightsSha256 = WeightsHash.Of(weights),
            Weights = weights,
            Datasets = nodes.ToDictionary(node => node.Node, node => node.Dataset),
            Rounds = await RoundsAsync(db, id, metrics, cancellationToken),
            Evaluations = metrics.Where(metric => metric.Round == 0).GroupBy(metric => metric.Subject).ToDictionary(group => group.Key, ByName),
            Error = run.Error,
        };
    }

    private static async Task<IReadOnlyList<RoundDetail>> RoundsAsync(ManagerDb db, string id, List<MetricRow> metrics, CancellationToken cancellationToken)
    {
        var rounds = await db.Rounds.AsNoTracking().Where(round => round.RunId == id).ToDictionaryAsync(round => round.Round, cancellationToken);
        var parts = await db.NodeRounds.AsNoTracking().Where(part => part.RunId == id).ToListAsync(cancellationToken);
        var told = metrics.ToLookup(metric => (metric.Round, metric.Subject));
        return [.. parts.GroupBy(part => part.Round).OrderBy(group => group.Key).Select(group => new RoundDetail(
            group.Key,
            rounds.GetValueOrDefault(group.Key)?.Seconds,
            rounds.GetValueOrDefault(group.Key)?.WeightsSha256,
            [.. group.OrderBy(part => part.Node, StringComparer.Ordinal).Select(part => Part(part, told[(part.Round, part.Node)]))]))];
    }

    private static NodeRoundDetail Part(NodeRoundRow part, IEnumerable<MetricRow> metrics)
        => new(part.Node, part.NumExamples, part.Seconds, part.Reason, ByName(metrics));

    private static IReadOnlyDictionary<string, double> ByName(IEnumerable<MetricRow> metrics)
        => metrics.OrderBy(metric => metric.Name, StringComparer.Ordinal).ToDictionary(metric => metric.Name, metric => metric.Value);

    private static RunSummary Summary(RunRow run, IEnumerable<RunNodeRow> nodes)
    {
        var plan = TrainingPlan.FromJson(run.Plan);
        return new RunSummary(
            run.Id,
            DateTimeOffset.Parse(run.Created, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            run.Status,
            plan.Model.Model,
            run.CheckpointRound,
            plan.Rounds,
            [.. nodes.Select(node => node.Node).Order(StringComparer.Ordinal)],
            run.Seconds);
    }
}
