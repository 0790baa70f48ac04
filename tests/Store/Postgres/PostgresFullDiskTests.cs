using System.Text;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Postgres;
using Npgsql;

namespace GenoMed.Fhir.Store.Tests.Postgres;

/// <summary>
/// A disk that is really full: the tables lie on a file system of a few megabytes that eng/test-postgres.sh mounts
/// beside the server's own where it may.
/// </summary>
public sealed class PostgresFullDiskTests : IDisposable
{
    private const int Batch = 500;

    private readonly PostgresDatabase _database = new();
    private readonly string _tablespace = "small_" + Guid.NewGuid().ToString("N");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string? Unavailable => PostgresDatabase.Unavailable
        ?? (Directory.Exists(SmallDisk) ? null : "eng/test-postgres.sh could not mount a small file system for the server (root may)");

    /// <summary>Where the script has mounted it: in the folder of the server's socket.</summary>
    private static string SmallDisk => Path.Combine(Server.Host ?? "", "small-disk", "tables");

    private static NpgsqlConnectionStringBuilder Server => new(Environment.GetEnvironmentVariable("GENOMED_TEST_POSTGRES"));

    private string OnTheSmallDisk
        => new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Options = $"-c default_tablespace={_tablespace}" }.ConnectionString;

    public void Dispose()
    {
        _database.Dispose();
        if (Unavailable is null)
        {
            _database.Execute($"DROP TABLESPACE IF EXISTS {_tablespace}");
        }
    }

    [Fact]
    public async Task GivenADiskThatFillsUp_WhenCommitted_ThenInsufficientStorageAndNothingHalfWrittenAndItGoesOnWhenThereIsRoom()
    {
        Assert.SkipWhen(Unavailable is not null, Unavailable ?? "");
        _database.Execute($"CREATE TABLESPACE {_tablespace} LOCATION '{SmallDisk}'");
        using var store = PostgresResourceStore.Open(new PostgresStoreOptions(OnTheSmallDisk), new ManualTime());
        _database.Execute($"CREATE TABLE filler TABLESPACE {_tablespace} AS SELECT repeat(md5(i::text), 60) AS text FROM generate_series(1, 4000) AS i");

        var (commits, problem) = (0L, await CommitAsync(store, 0));
        for (; problem is null && commits < 100; problem = await CommitAsync(store, commits))
        {
            commits++;
        }

        Assert.Equal(ProblemKind.InsufficientStorage, problem?.Kind);
        Assert.Equal(commits * Batch, _database.Execute("SELECT count(*) FROM version"));
        Assert.Equal(commits * Batch, _database.Execute("SELECT count(*) FROM resource"));

        _database.Execute("DROP TABLE filler");
        _database.Execute("CHECKPOINT");
        Assert.Null(await CommitAsync(store, commits));
        Assert.Equal((commits + 1) * Batch, _database.Execute("SELECT count(*) FROM resource"));
        Assert.NotNull(await store.ReadAsync("Patient", $"{commits}-{Batch - 1}", Token));
    }

    /// <summary>The problem it met, or null.</summary>
    private static async Task<OperationProblem?> CommitAsync(PostgresResourceStore store, long number)
    {
        try
        {
            await store.CommitAsync([.. Enumerable.Range(0, Batch).Select(i => Create($"{number}-{i}"))], Token);
            return null;
        }
        catch (OperationProblem problem)
        {
            return problem;
        }
    }

    private static StoreWrite Create(string id) => new(StoreMethod.Create, "Patient", id, Resource.Parse(Encoding.UTF8.GetBytes(
        $$"""{"resourceType":"Patient","name":[{"family":"Rossi {{id}}"}],"gender":"male"}""")));
}
