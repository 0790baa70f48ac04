using GenoMed.Fhir.R5.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace GenoMed.Fhir.Manager.Experiments.Storage;

/// <summary>A new database is made at the newest version; an older one is brought up step by step; a newer one is refused.</summary>
internal static class ManagerDbVersion
{
    /// <summary>The statements that lead from version i + 1 to version i + 2.</summary>
    private static readonly string[] Steps = [];

    private static int Newest => Steps.Length + 1;

    public static async Task EnsureAsync(ManagerDb db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        if (await db.Database.EnsureCreatedAsync(cancellationToken))
        {
            db.Versions.Add(new VersionRow { Id = 1, Version = Newest });
            await db.SaveChangesAsync(cancellationToken);
        }

        var row = await db.Versions.SingleAsync(cancellationToken);
        if (row.Version > Newest)
        {
            throw OperationProblem.Conflict($"The manager's database has version {row.Version}; this build knows up to {Newest}.");
        }

        await UpgradeAsync(db, row, cancellationToken);
    }

    private static async Task UpgradeAsync(ManagerDb db, VersionRow row, CancellationToken cancellationToken)
    {
        foreach (var step in Steps.Skip(row.Version - 1))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(step, cancellationToken);
            row.Version++;
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
