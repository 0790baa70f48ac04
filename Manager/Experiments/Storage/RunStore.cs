using System.Globalization;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Manager.Registry;
using GenoMed.Fhir.R5.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace GenoMed.Fhir.Manager.Experiments.Storage;

/// <summary>Keeps runs in the manager's SQLite file. A round and its checkpoint are one transaction.</summary>
public sealed class RunStore
{
    private readonly DbContextOptions<ManagerDb> _options;
    private readonly TimeProvider _time;

    private RunStore(DbContextOptions<ManagerDb> options, TimeProvider time)
    {
        _options = options;
        _time = time;
    }

    /// <summary>Opens the file, made where it is not.</summary>
    /// <exception cref="OperationProblem">Conflict: written by a newer version.</exception>
    public static async Task<RunStore> OpenAsync(string file, TimeProvider time, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var store = new RunStore(new DbContextOptionsBuilder<ManagerDb>().UseSqlite($"Data Source={file}").Options, time);
        await using var db = store.Open();
        await ManagerDbVersion.EnsureAsync(db, cancellationToken);
        return store;
    }

    /// <summary>Adds figures of an evaluation to a run, for example C on the test patients.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="subject">What was evaluated, e.g. <c>federated</c> or <c>ipss-m</c>.</param>
    /// <param name="metrics">Name to value; a name that is there is overwritten.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    public async Task AddMetricsAsync(string runId, string subject, IReadOnlyDictionary<string, double> metrics, CancellationToken cancellationToken)
    {
        await using var db = Open();
        await db.Metrics.Where(metric => metric.RunId == runId && metric.Round == 0 && metric.Subject == subject).ExecuteDeleteAsync(cancellationToken);
        db.Metrics.AddRange(metrics.Select(metric => new MetricRow { RunId = runId, Round = 0, Subject = subject, Name = metric.Key, Value = metric.Value }));
        await db.SaveChangesAsync(cancellationToken);
    }

    internal ManagerDb Open() => new(_options);

    /// <summary>Readable and unique: when, what, which seed.</summary>
    internal async Task<string> NewIdAsync(string name, long seed, CancellationToken cancellationToken)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{_time.GetUtcNow():yyyyMMdd-HHmmss}-{name}-{seed}");
        await using var db = Open();
        var taken = await db.Runs.CountAsync(run => run.Id.StartsWith(stem), cancellationToken);
        return taken == 0 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{taken + 1}");
    }

    internal async Task CreateAsync(TrainingPlan plan, IReadOnlyList<IFederationNode> nodes, byte[] weights, CancellationToken cancellationToken)
    {
        await using var db = Open();
        db.Runs.Add(new RunRow
        {
            Id = plan.Id,
            Status = RunStatus.Running,
            Plan = plan.ToJson(),
            PlanHash = plan.Hash,
            Created = _time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            CheckpointRound = 0,
            Checkpoint = weights,
        });
        db.RunNodes.AddRange(nodes.Select(node => new RunNodeRow { RunId = plan.Id, Node = node.Name, Dataset = node.Dataset }));
        await db.SaveChangesAsync(cancellationToken);
    }

    internal async Task<Checkpoint> CheckpointAsync(string runId, CancellationToken cancellationToken)
    {
        await using var db = Open();
        var run = await FindAsync(db, runId, cancellationToken);
        return new Checkpoint(TrainingPlan.FromJson(run.Plan), run.CheckpointRound, run.Checkpoint);
    }

    internal async Task SaveRoundAsync(
        string runId, int round, byte[] weights, double seconds, IReadOnlyList<NodeAnswer<WeightsUpdate>> answers, CancellationToken cancellationToken)
    {
        await using var db = Open();
        var run = await FindAsync(db, runId, cancellationToken);
        run.Status = RunStatus.Running;
        run.Error = null;
        run.Checkpoint = weights;
        run.CheckpointRound = round;
        run.Seconds += seconds;
        db.Rounds.Add(new RoundRow { RunId = runId, Round = round, Seconds = seconds, WeightsSha256 = WeightsHash.Of(GlobalRound.ModelWeights(weights)) });
        await AddAnswersAsync(db, runId, round, answers, cancellationToken);
    }

    internal async Task FailAsync(string runId, int round, IReadOnlyList<NodeAnswer<WeightsUpdate>> answers, string error, CancellationToken cancellationToken)
    {
        await using var db = Open();
        var run = await FindAsync(db, runId, cancellationToken);
        run.Status = RunStatus.Failed;
        run.Error = error;
        await AddAnswersAsync(db, runId, round, answers, cancellationToken);
    }

    internal async Task AddModelAsync(RegisteredModel model, CancellationToken cancellationToken)
    {
        await using var db = Open();
        await db.Models.Where(row => row.Sha256 == model.Card.WeightsSha256 && row.RunId == model.Card.RunId && row.Name == model.Card.Name).ExecuteDeleteAsync(cancellationToken);
        db.Models.Add(new ModelRow
        {
            Sha256 = model.Card.WeightsSha256,
            RunId = model.Card.RunId,
            Name = model.Card.Name,
            Folder = Path.GetFullPath(model.Folder),
            Created = model.Card.Created.ToString("O", CultureInfo.InvariantCulture),
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    internal async Task FinishAsync(string runId, double seconds, CancellationToken cancellationToken)
    {
        await using var db = Open();
        var run = await FindAsync(db, runId, cancellationToken);
        run.Status = RunStatus.Completed;
        run.Seconds = Math.Max(run.Seconds, seconds);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task AddAnswersAsync(
        ManagerDb db, string runId, int round, IReadOnlyList<NodeAnswer<WeightsUpdate>> answers, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.NodeRounds.Where(part => part.RunId == runId && part.Round == round).ExecuteDeleteAsync(cancellationToken);
        await db.Metrics.Where(metric => metric.RunId == runId && metric.Round == round).ExecuteDeleteAsync(cancellationToken);
        db.NodeRounds.AddRange(answers.Select(answer => NodeRound(runId, round, answer)));
        db.Metrics.AddRange(answers.Where(answer => answer.Value is not null).SelectMany(answer => Metrics(runId, round, answer.Value!)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static NodeRoundRow NodeRound(string runId, int round, NodeAnswer<WeightsUpdate> answer) => new()
    {
        RunId = runId,
        Round = round,
        Node = answer.Node,
        NumExamples = answer.Value?.NumExamples,
        Seconds = answer.Seconds,
        Reason = answer.Reason,
    };

    private static IEnumerable<MetricRow> Metrics(string runId, int round, WeightsUpdate update)
        => update.Metrics.Select(metric => new MetricRow { RunId = runId, Round = round, Subject = update.Node, Name = metric.Key, Value = metric.Value });

    private static async Task<RunRow> FindAsync(ManagerDb db, string runId, CancellationToken cancellationToken)
        => await db.Runs.SingleOrDefaultAsync(run => run.Id == runId, cancellationToken)
            ?? throw OperationProblem.NotFound($"There is no run '{runId}'; genomed runs lists them.");
}
