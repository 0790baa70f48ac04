using System.Text;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Store.Tests;

public abstract partial class ResourceStoreTests<TFixture>
{
    [Fact]
    public async Task GivenACreate_WhenRead_ThenItHasIdVersionAndTime()
    {
        var created = await CommitAsync(Create(Patient("Rossi"), "p1"));
        var read = await Store.ReadAsync("Patient", "p1", Token);
        Assert.Equal((1, StoreMethod.Create, true), (created.VersionId, created.Method, created.Changed));
        Assert.Equal(
            """{"resourceType":"Patient","id":"p1","meta":{"versionId":"1","lastUpdated":"2026-03-01T12:00:00.000Z"},"name":[{"family":"Rossi"}]}""",
            Encoding.UTF8.GetString(read!.Resource!.Json.Span));
        Assert.Equal(_fixture.Time.Now, read.LastUpdated);
    }

    [Fact]
    public async Task GivenNothing_WhenRead_ThenNull()
    {
        Assert.Null(await Store.ReadAsync("Patient", "p1", Token));
        Assert.Null(await Store.VReadAsync("Patient", "p1", 1, Token));
    }

    [Fact]
    public async Task GivenTwoTypesWithOneId_WhenRead_ThenEachIsItsOwn()
    {
        await CommitAsync(Create(Patient("Rossi"), "x"));
        await CommitAsync(Create("""{"resourceType":"Basic","code":{"text":"b"}}""", "x"));
        Assert.Equal("Patient", (await Store.ReadAsync("Patient", "x", Token))!.Resource!.ResourceType);
        Assert.Equal("Basic", (await Store.ReadAsync("Basic", "x", Token))!.Resource!.ResourceType);
    }

    [Fact]
    public async Task GivenAnIdThatIsThere_WhenCreated_ThenConflict()
    {
        await CommitAsync(Create(Patient("Rossi"), "p1"));
        Assert.Equal(ProblemKind.Conflict, await ProblemAsync(() => CommitAsync(Create(Patient("Bianchi"), "p1"))));
    }

    [Fact]
    public async Task GivenAnUnknownId_WhenUpdated_ThenItIsThereAndItsFirstVersionIsAnUpdate()
    {
        var written = await CommitAsync(Update(Patient("Rossi"), "p1"));
        Assert.Equal((1, StoreMethod.Update), (written.VersionId, written.Method));
        Assert.Equal(StoreMethod.Update, (await Store.VReadAsync("Patient", "p1", 1, Token))!.Method);
    }

    [Fact]
    public async Task GivenADeletion_WhenUpdated_ThenTheVersionAfterItIsAnUpdate()
    {
        await CommitAsync(Create(Patient("Rossi"), "p1"));
        await CommitAsync(Delete("Patient", "p1"));
        await CommitAsync(Update(Patient("Rossi"), "p1"));
        var history = await Store.HistoryAsync(new HistoryQuery("Patient", "p1", null, 10, null), Token);
        Assert.Equal([StoreMethod.Update, StoreMethod.Delete, StoreMethod.Create], history.Versions.Select(version => version.Method));
    }

    [Fact]
    public async Task GivenAResource_WhenUpdatedOnlyIfAbsent_ThenPreconditionFailedUntilItIsDeleted()
    {
        var write = Update(Patient("Rossi"), "p1") with { OnlyIfAbsent = true };
        await CommitAsync(write);
        Assert.Equal(ProblemKind.PreconditionFailed, await ProblemAsync(() => CommitAsync(write)));
        await CommitAsync(Delete("Patient", "p1"));
        Assert.Equal(3, (await CommitAsync(write)).VersionId);
    }

    [Fact]
    public async Task GivenNewContent_WhenUpdated_ThenTheOldVersionIsStillThere()
    {
        await CommitAsync(Create(Patient("Rossi"), "p1"));
        var written = await CommitAsync(Update(Patient("Bianchi"), "p1"));
        var old = await Store.VReadAsync("Patient", "p1", 1, Token);
        Assert.Equal((2, StoreMethod.Update), (written.VersionId, written.Method));
        Assert.Contains("Rossi", Encoding.UTF8.GetString(old!.Resource!.Json.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"Rossi"}]}""")]
    [InlineData("""{ "resourceType" : "Patient", "name" : [ { "family" : "Rossi" } ] }""")]
    [InlineData("""{"resourceType":"Patient","id":"other","meta":{"versionId":"77","lastUpdated":"2001-01-01T00:00:00Z"},"name":[{"family":"R\u006fssi"}]}""")]
    public async Task GivenTheSameContent_WhenUpdated_ThenNoNewVersion(string json)
    {
        await CommitAsync(Create(Patient("Rossi"), "p1"));
        _fixture.Time.Now += TimeSpan.FromHours(1);
        var written = await CommitAsync(Update(json, "p1"));
        Assert.Equal((1, false), (written.VersionId, written.Changed));
        Assert.Equal(1, (await Store.HistoryAsync(new HistoryQuery("Patient", "p1", null, 10, null), Token)).Total);
    }

    [Theory]
    [InlineData("""{"resourceType":"Observation","valueQuantity":{"value":1.0}}""")]
    [InlineData("""{"resourceType":"Observation","meta":{"tag":[{"code":"t"}]},"valueQuantity":{"value":1}}""")]
    public async Task GivenOtherPrecisionOrTags_WhenUpdated_ThenANewVersion(string json)
    {
        await CommitAsync(Create("""{"resourceType":"Observation","valueQuantity":{"value":1}}""", "o1"));
        Assert.Equal(2, (await CommitAsync(Update(json, "o1"))).VersionId);
    }

    [Fact]
    public async Task GivenADelete_WhenRead_ThenTheCurrentVersionIsADeletion()
    {
        await CommitAsync(Create(Patient("Rossi"), "p1"));
        var deleted = await CommitAsync(Delete("Patient", "p1"));
        var read = await Store.ReadAsync("Patient", "p1", Token);
        Assert.Equal((2, true, true), (deleted.VersionId, deleted.IsDeleted, deleted.Changed));
        Assert.Equal((2, true, StoreMethod.Delete), (read!.VersionId, read.IsDeleted, read.Method));
    }

    [Fact]
    public async Task GivenADeletion_WhenDeletedAgain_ThenNothingChanges()
    {
        await CommitAsync(Create(Patient("Rossi"), "p1"));
        await CommitAsync(Delete("Patient", "p1"));
        var again = await CommitAsync(Delete("Patient", "p1"));
        var never = await CommitAsync(Delete("Patient", "never"));
        Assert.Equal((2, false), (again.VersionId, again.Changed));
        Assert.Equal((0, false), (never.VersionId, never.Changed));
        Assert.Null(await Store.ReadAsync("Patient", "never", Token));
    }

    [Fact]
    public async Task GivenADeletion_WhenCreatedAgain_ThenTheVersionsGoOn()
    {
        await CommitAsync(Create(Patient("Rossi"), "p1"));
        await CommitAsync(Delete("Patient", "p1"));
        var again = await CommitAsync(Create(Patient("Rossi"), "p1"));
        Assert.Equal((3, StoreMethod.Create, true), (again.VersionId, again.Method, again.Changed));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task GivenAnotherVersion_WhenUpdatedWithIfMatch_ThenPreconditionFailed(long expected)
    {
        await CommitAsync(Create(Patient("Rossi"), "p1"));
        Assert.Equal(ProblemKind.PreconditionFailed, await ProblemAsync(() => CommitAsync(Update(Patient("Bianchi"), "p1", expected))));
        Assert.Equal(ProblemKind.PreconditionFailed, await ProblemAsync(() => CommitAsync(Update(Patient("Bianchi"), "p9", 1))));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a\"")]
    [InlineData("")]
    public async Task GivenABadId_WhenWritten_ThenInvalid(string id)
        => Assert.Equal(ProblemKind.Invalid, await ProblemAsync(() => CommitAsync(Update(Patient("Rossi"), id))));

    [Fact]
    public async Task GivenAResourceOfAnotherType_WhenWritten_ThenInvalid()
    {
        var write = Update(Patient("Rossi"), "p1") with { ResourceType = "Basic" };
        Assert.Equal(ProblemKind.Invalid, await ProblemAsync(() => CommitAsync(write)));
    }
}
