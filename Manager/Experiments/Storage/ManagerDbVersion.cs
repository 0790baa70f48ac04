using GenoMed.Fhir.R5.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace GenoMed.Fhir.Manager.Experiments.Storage;

/// <summary>
/// The database's version, in SQLite's <c>user_version</c>. A new file is made at the newest version; an older one
/// is brought up step by step; a newer one is refused.
/// </summary>
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
            await SetAsync(db, Newest, cancellationToken);
        }

        var version = (await db.Database.SqlQueryRaw<int>("SELECT user_version AS Value FROM pragma_user_version").ToListAsync(cancellationToken))[0];
        if (version > Newest)
        {
            throw OperationProblem.Conflict($"The manager's database has version {version}; this build knows up to {Newest}.");
        }

        await UpgradeAsync(db, version, cancellationToken);
    }

    private static async Task UpgradeAsync(ManagerDb db, int version, CancellationToken cancellationToken)
    {
        foreach (var step in Steps.Skip(Math.Max(0, version - 1)))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(step, cancellationToken);
            await SetAsync(db, ++version, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static Task SetAsync(ManagerDb db, int version, CancellationToken cancellationToken)
        => db.Database.ExecuteSqlRawAsync("PRAGMA user_version = " + version.ToString(System.Globalization.CultureInfo.InvariantCulture), cancellationToken);
}
