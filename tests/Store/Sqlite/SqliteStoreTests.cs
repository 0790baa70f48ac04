using System.Globalization;
using System.Text;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace GenoMed.Fhir.Store.Tests.Sqlite;

/// <summary>What only the SQLite engine promises: its file.</summary>
public sealed class SqliteStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("genomed-sqlite-").FullName;
    private readonly ManualTime _time = new();

    private string File => Path.Combine(_folder, "node.db");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task GivenACrashWhileWriting_WhenOpenedAgain_ThenEveryAcknowledgedCommitIsThere()
    {
        using var store = Open();
        var acknowledged = 0;
        var writer = Task.Run(
            async () =>
            {
                for (var i = 0; i < 300; i++)
                {
                    await store.CommitAsync([Create($"a{i}"), Create($"b{i}")], Token);
                    Volatile.Write(ref acknowledged, i + 1);
                }
            },
            Token);
        while (Volatile.Read(ref acknowledged) < 50)
        {
            await Task.Delay(1, Token);
        }

        var known = Volatile.Read(ref acknowledged);
        var copy = CopyAsACrashLeavesIt();
        await writer;
        using var reopened = SqliteResourceStore.Open(new SqliteStoreOptions(copy), _time);
        var found = (await reopened.CountAsync(Token))["Patient"];
        Assert.True(found >= 2 * known, $"{known} commits of two were acknowledged, {found} resources are there.");
        Assert.Equal(0, found % 2);
    }

    [Fact]
    public void GivenAFileOfANewerProgram_WhenOpened_ThenRefusedWithBothVersions()
    {
        Open().Dispose();
        Execute("INSERT INTO schema_version VALUES (999, 'later')");
        var problem = Assert.Throws<OperationProblem>(Open);
        Assert.Equal(ProblemKind.Unavailable, problem.Kind);
        Assert.Contains("999", problem.Message, StringComparison.Ordinal);
        Assert.Contains("newer program", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAFileThatIsNoDatabase_WhenOpened_ThenUnavailable()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));
        Assert.Equal(ProblemKind.Unavailable, Assert.Throws<OperationProblem>(Open).Kind);
    }

    [Fact]
    public void GivenAFolderThatIsMissing_WhenOpened_ThenUnavailable()
        => Assert.Equal(
            ProblemKind.Unavailable,
            Assert.Throws<OperationProblem>(() => SqliteResourceStore.Open(new SqliteStoreOptions(Path.Combine(_folder, "none", "node.db")), _time)).Kind);

    [Fact]
    public void GivenAFileInUse_WhenOpenedAgain_ThenUnavailableUntilItIsClosed()
    {
        using (Open())
        {
            Assert.Equal(ProblemKind.Unavailable, Assert.Throws<OperationProblem>(Open).Kind);
        }

        Open().Dispose();
    }

    [Fact]
    public async Task GivenAnOutdatedIndex_WhenOpened_ThenItIsMadeAnew()
    {
        using (var store = Open())
        {
            await store.CommitAsync([Create("a"), Create("b")], Token);
        }

        Execute("DELETE FROM string_index; UPDATE setting SET value = 'older rules' WHERE name = 'index'");
        using var again = Open();
        var page = await again.SearchAsync(SearchTester.Query("Patient", "string family=rossi"), Token);
        Assert.Equal(["a", "b"], page.Matches.Select(match => match.Id));
    }

    [Fact]
    public async Task GivenAFullStore_WhenCommitted_ThenInsufficientStorageAndNothingHalfWritten()
    {
        using var store = SqliteResourceStore.Open(new SqliteStoreOptions(File) { MaximumPages = 120 }, _time);
        var written = 0;
        var problem = await Assert.ThrowsAsync<OperationProblem>(async () =>
        {
            for (; written < 10_000; written++)
            {
                await store.CommitAsync([Create($"a{written}"), Create($"b{written}")], Token);
            }
        });
        Assert.Equal(ProblemKind.InsufficientStorage, problem.Kind);
        Assert.Equal(2L * written, (await store.CountAsync(Token))["Patient"]);
        Assert.NotNull(await store.ReadAsync("Patient", "a0", Token));
        Assert.Null(await store.ReadAsync("Patient", string.Create(CultureInfo.InvariantCulture, $"a{written}"), Token));
    }

    [Fact]
    public async Task GivenUpdatesAndDeletes_WhenTheIndexIsLookedAt_ThenNoRowIsLeftOver()
    {
        using (var store = Open())
        {
            await store.CommitAsync([Create("a")], Token);
            await store.CommitAsync([new StoreWrite(StoreMethod.Update, "Patient", "a", Patient("Bianchi"))], Token);
            await store.CommitAsync([new StoreWrite(StoreMethod.Delete, "Patient", "a", null)], Token);
        }

        foreach (var table in new[] { "token", "string", "reference", "date", "number", "quantity", "uri" })
        {
            Assert.Equal(0L, Execute($"SELECT count(*) FROM {table}_index"));
        }
    }

    [Fact]
    public async Task GivenAPurge_WhenTheFileIsLookedAt_ThenItsBytesHoldNothingOfTheResource()
    {
        using var store = Open();
        for (var i = 0; i < 200; i++)
        {
            await store.CommitAsync([new StoreWrite(StoreMethod.Create, "Patient", $"p{i}", Patient($"Family{i}"))], Token);
            await store.CommitAsync([new StoreWrite(StoreMethod.Update, "Patient", $"p{i}", Patient($"Erasable{i}x"))], Token);
        }

        Assert.NotEmpty(Traces("Erasable7x"));
        await store.PurgeAsync([new("Patient", "p7"), new("Patient", "p120")], Token);
        foreach (var erased in new[] { "Family7\"", "Erasable7x", "erasable7x", "Family120", "Erasable120x", "erasable120x" })
        {
            Assert.Empty(Traces(erased));
        }

        Assert.NotEmpty(Traces("Erasable8x"));
    }

    [Fact]
    public async Task GivenAPurgeWithWordsIndexed_WhenTheFileIsLookedAt_ThenItsBytesHoldNoneOfThem()
    {
        using var store = SqliteResourceStore.Open(new SqliteStoreOptions(File) { FullText = true }, _time);
        for (var i = 0; i < 50; i++)
        {
            await store.CommitAsync([new StoreWrite(StoreMethod.Create, "Patient", $"p{i}", Patient($"Family{i}"))], Token);
        }

        await store.CommitAsync([new StoreWrite(StoreMethod.Create, "Patient", "gone", Patient("Zabcdefgh"))], Token);
        Assert.NotEmpty(Traces("zabcdefgh"));
        await store.PurgeAsync([new("Patient", "gone")], Token);
        Assert.Empty(Traces("zabcdefgh"));
        var found = await store.SearchAsync(new SearchQuery("Patient", [new TextFilter(SearchKind.Content, ["family7"], IsPrefix: false)], [], 10), Token);
        Assert.Equal(["p7"], found.Matches.Select(match => match.Id));
    }

    /// <summary>The files of the store that hold the text.</summary>
    private IEnumerable<string> Traces(string text) => Directory.GetFiles(_folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal) && Holds(file, text));

    private static bool Holds(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    }

    private static Resource Patient(string family) => Resource.Parse(Encoding.UTF8.GetBytes(
        $$"""{"resourceType":"Patient","name":[{"family":"{{family}}"}],"gender":"male","birthDate":"1950-01-01","generalPractitioner":[{"reference":"Practitioner/1"}]}"""));

    private static StoreWrite Create(string id) => new(StoreMethod.Create, "Patient", id, Patient("Rossi"));

    private SqliteResourceStore Open() => SqliteResourceStore.Open(new SqliteStoreOptions(File), _time);

    /// <summary>What is on the disk at this moment, with no connection closed and no checkpoint made.</summary>
    private string CopyAsACrashLeavesIt()
    {
        var copy = Path.Combine(_folder, "crashed.db");
        foreach (var suffix in new[] { "", "-wal" })
        {
            using var from = new FileStream(File + suffix, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var to = System.IO.File.Create(copy + suffix);
            from.CopyTo(to);
        }

        return copy;
    }

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
