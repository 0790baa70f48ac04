using System.Text;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Postgres;
using Npgsql;

namespace GenoMed.Fhir.Store.Tests.Postgres;

/// <summary>What only the PostgreSQL engine promises: its server, and what its text cannot hold.</summary>
public sealed class PostgresStoreTests : IDisposable
{
    private readonly PostgresDatabase _database = new();
    private readonly ManualTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public void GivenNoServer_WhenOpened_ThenUnavailable()
        => Assert.Equal(ProblemKind.Unavailable, Assert.Throws<OperationProblem>(
            () => PostgresResourceStore.Open(new PostgresStoreOptions("Host=127.0.0.1;Port=1;Username=nobody;Timeout=5"), _time)).Kind);

    [Fact]
    public void GivenAConnectionStringThatCannotBeRead_WhenOpened_ThenUnavailable()
        => Assert.Equal(ProblemKind.Unavailable, Assert.Throws<OperationProblem>(
            () => PostgresResourceStore.Open(new PostgresStoreOptions("Hoost=x"), _time)).Kind);

    [Fact]
    public void GivenADatabaseOfANewerProgram_WhenOpened_ThenRefusedWithBothVersions()
    {
        Open().Dispose();
        _database.Execute("INSERT INTO schema_version VALUES (999, now())");
        var problem = Assert.Throws<OperationProblem>(Open);
        Assert.Equal(ProblemKind.Unavailable, problem.Kind);
        Assert.Contains("999", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAnOutdatedIndex_WhenOpened_ThenItIsMadeAnew()
    {
        using (var store = Open())
        {
            await store.CommitAsync([Create("a", "Rossi"), Create("b", "Rossi")], Token);
        }

        _database.Execute("DELETE FROM string_index; UPDATE setting SET value = 'older rules' WHERE name = 'index'");
        using var again = Open();
        var page = await again.SearchAsync(SearchTester.Query("Patient", "string family=rossi"), Token);
        Assert.Equal(["a", "b"], page.Matches.Select(match => match.Id));
    }

    [Fact]
    public async Task GivenConnectionsThatTheServerCutsOff_WhenCommitted_ThenTheCommitIsWrittenOnAnother()
    {
        using var store = Open();
        await store.CommitAsync([Create("a", "Rossi")], Token);
        _database.Execute($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '{Application}'");
        var written = await store.CommitAsync([Create("b", "Rossi")], Token);
        Assert.Equal(1, written[0].VersionId);
        Assert.Equal(2L, _database.Execute("SELECT count(*) FROM version"));
    }

    [Fact]
    public async Task GivenAServerThatSaysItsDiskIsFull_WhenCommitted_ThenInsufficientStorageAndNothingHalfWritten()
    {
        using var store = Open();
        await store.CommitAsync([Create("a", "Rossi")], Token);
        _database.Execute("""
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON string_index EXECUTE FUNCTION refuse()
            """);
        var large = Enumerable.Range(0, 400).Select(i => Create($"b{i}", "Bianchi")).ToList();
        foreach (var writes in new[] { [Create("b", "Bianchi")], large })
        {
            var problem = await Assert.ThrowsAsync<OperationProblem>(() => store.CommitAsync(writes, Token));
            Assert.Equal(ProblemKind.InsufficientStorage, problem.Kind);
        }

        Assert.Equal(1L, _database.Execute("SELECT count(*) FROM version"));
        Assert.Equal(1L, _database.Execute("SELECT count(*) FROM resource"));
        _database.Execute("DROP TRIGGER full_disk ON string_index");
        Assert.Equal(400, (await store.CommitAsync(large, Token)).Count);
    }

    [Theory]
    [InlineData(399)]
    [InlineData(401)]
    [InlineData(20_000)]
    public async Task GivenTextsOfAnyLength_WhenSearched_ThenEqualOnesAreFoundAndOthersAreNot(int length)
    {
        using var store = Open();
        var name = new string('è', length);
        await store.CommitAsync([Create("a", name), Create("b", name + "x")], Token);
        Assert.Equal(["a"], await IdsAsync(store, $"string family:exact={name}"));
        Assert.Equal(["a", "b"], await IdsAsync(store, $"string family={name[..300]}"));
    }

    [Fact]
    public async Task GivenAZeroInAText_WhenStored_ThenTheContentKeepsItAndTheIndexDoesNotBreak()
    {
        using var store = Open();
        var written = (await store.CommitAsync([Create("a", "Ro\\u0000ssi")], Token))[0];
        Assert.Contains("\\u0000", Encoding.UTF8.GetString(written.Resource!.Json.Span), StringComparison.Ordinal);
        Assert.Equal(["a"], await IdsAsync(store, "string family=ro"));
    }

    private static async Task<IEnumerable<string>> IdsAsync(PostgresResourceStore store, string clause)
        => (await store.SearchAsync(SearchTester.Query("Patient", clause), Token)).Matches.Select(match => match.Id);

    private static StoreWrite Create(string id, string family) => new(StoreMethod.Create, "Patient", id, Resource.Parse(Encoding.UTF8.GetBytes(
        $$"""{"resourceType":"Patient","name":[{"family":"{{family}}"}],"gender":"male"}""")));

    private string Application => new NpgsqlConnectionStringBuilder(_database.ConnectionString).SearchPath!;

    private PostgresResourceStore Open()
    {
        Assert.SkipWhen(PostgresDatabase.Unavailable is not null, PostgresDatabase.Unavailable ?? "");
        var connection = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { ApplicationName = Application };
        return PostgresResourceStore.Open(new PostgresStoreOptions(connection.ConnectionString), _time);
    }
}
