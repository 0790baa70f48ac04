using Microsoft.EntityFrameworkCore;

namespace GenoMed.Fhir.Manager.Experiments.Storage;

/// <summary>The manager's database: experiments, rounds, what each node did in each, metrics, models.</summary>
internal sealed class ManagerDb(DbContextOptions<ManagerDb> options) : DbContext(options)
{
    public DbSet<VersionRow> Versions => Set<VersionRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<RunNodeRow> RunNodes => Set<RunNodeRow>();

    public DbSet<RoundRow> Rounds => Set<RoundRow>();

    public DbSet<NodeRoundRow> NodeRounds => Set<NodeRoundRow>();

    public DbSet<MetricRow> Metrics => Set<MetricRow>();

    public DbSet<ModelRow> Models => Set<ModelRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<VersionRow>().HasKey(row => row.Id);
        modelBuilder.Entity<RunRow>().HasKey(run => run.Id);
        modelBuilder.Entity<RunNodeRow>().HasKey(node => new { node.RunId, node.Node });
        modelBuilder.Entity<RoundRow>().HasKey(round => new { round.RunId, round.Round });
        modelBuilder.Entity<NodeRoundRow>().HasKey(part => new { part.RunId, part.Round, part.Node });
        modelBuilder.Entity<MetricRow>().HasKey(metric => new { metric.RunId, metric.Round, metric.Subject, metric.Name });
        modelBuilder.Entity<ModelRow>().HasKey(model => new { model.Sha256, model.RunId, model.Name });
    }
}
