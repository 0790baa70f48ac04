using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.Store.Tests;

public abstract partial class ResourceStoreTests<TFixture>
{
    [Fact]
    public async Task GivenVersions_WhenHistoryOfOneResource_ThenNewestFirstInPages()
    {
        for (var i = 1; i <= 5; i++)
        {
            await CommitAsync(Update(Patient($"v{i}"), "p"));
        }

        var first = await Store.HistoryAsync(new HistoryQuery("Patient", "p", null, 2, null), Token);
        var second = await Store.HistoryAsync(new HistoryQuery("Patient", "p", null, 2, first.Next), Token);
        var third = await Store.HistoryAsync(new HistoryQuery("Patient", "p", null, 2, second.Next), Token);
        Assert.Equal([5L, 4, 3, 2, 1], first.Versions.Concat(second.Versions).Concat(third.Versions).Select(version => version.VersionId));
        Assert.Equal(5, first.Total);
        Assert.Null(third.Next);
    }

    [Fact]
    public async Task GivenSeveralTypes_WhenHistoryOfTypeAndOfAll_ThenEachHasItsOwn()
    {
        await CommitAsync(Create(Patient("A"), "a"));
        await CommitAsync(Create(Counter(1), "b"));
        await CommitAsync(Delete("Patient", "a"));
        var ofType = await Store.HistoryAsync(new HistoryQuery("Patient", null, null, 10, null), Token);
        var ofAll = await Store.HistoryAsync(new HistoryQuery(null, null, null, 10, null), Token);
        Assert.Equal([StoreMethod.Delete, StoreMethod.Create], ofType.Versions.Select(version => version.Method));
        Assert.Equal(["a", "b", "a"], ofAll.Versions.Select(version => version.Id));
    }

    [Fact]
    public async Task GivenSince_WhenHistory_ThenOnlyLaterVersions()
    {
        await CommitAsync(Create(Patient("A"), "a"));
        _fixture.Time.Now += TimeSpan.FromHours(1);
        await CommitAsync(Create(Patient("B"), "b"));
        var page = await Store.HistoryAsync(new HistoryQuery("Patient", null, _fixture.Time.Now, 10, null), Token);
        Assert.Equal(["b"], page.Versions.Select(version => version.Id));
    }

    [Fact]
    public async Task GivenAt_WhenHistory_ThenTheVersionsThatWereCurrentThen()
    {
        var start = _fixture.Time.Now;
        for (var i = 1; i <= 4; i++)
        {
            await CommitAsync(Update(Patient($"v{i}"), "p"));
            _fixture.Time.Now += TimeSpan.FromHours(1);
        }

        async Task<IEnumerable<long>> AtAsync(double low, double high)
            => (await Store.HistoryAsync(new HistoryQuery("Patient", "p", null, 10, null) { At = new FhirDateRange(start.AddHours(low), start.AddHours(high), DatePrecision.Second) }, Token)).Versions.Select(version => version.VersionId);

        Assert.Equal([2L], await AtAsync(1.25, 1.5));
        Assert.Equal([3L, 2], await AtAsync(1.5, 2.5));
        Assert.Equal([4L], await AtAsync(100, 101));
        Assert.Empty(await AtAsync(-2, -1));
    }

    [Fact]
    public async Task GivenOldestFirst_WhenHistory_ThenPagesInTheOrderOfCommits()
    {
        for (var i = 1; i <= 3; i++)
        {
            await CommitAsync(Update(Patient($"v{i}"), "p"));
        }

        var first = await Store.HistoryAsync(new HistoryQuery("Patient", "p", null, 2, null) { OldestFirst = true }, Token);
        var second = await Store.HistoryAsync(new HistoryQuery("Patient", "p", null, 2, first.Next) { OldestFirst = true }, Token);
        Assert.Equal([1L, 2, 3], first.Versions.Concat(second.Versions).Select(version => version.VersionId));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task GivenAForeignCursor_WhenHistory_ThenInvalid()
        => Assert.Equal(ProblemKind.Invalid, await ProblemAsync(() => Store.HistoryAsync(new HistoryQuery(null, null, null, 10, "' OR 1=1"), Token)));

    [Fact]
    public async Task GivenResources_WhenScanned_ThenCurrentOnesByIdOrdinal()
    {
        await Store.CommitAsync([.. new[] { "b", "a", "B", "c" }.Select(id => Create(Patient(id), id))], Token);
        await CommitAsync(Delete("Patient", "c"));
        var ids = await Store.ScanAsync("Patient", Token).Select(resource => resource.Id).ToListAsync(Token);
        Assert.Equal(["B", "a", "b"], ids);
        Assert.Empty(await Store.ScanAsync("Observation", Token).ToListAsync(Token));
    }

    [Fact]
    public async Task GivenAScanUnderWay_WhenOthersWrite_ThenItSeesWhatWasThereAtItsStart()
    {
        await Store.CommitAsync([.. Enumerable.Range(0, 50).Select(i => Create(Patient("x"), $"p{i:D2}"))], Token);
        var seen = 0;
        await foreach (var resource in Store.ScanAsync("Patient", Token))
        {
            await Store.CommitAsync([Delete("Patient", $"p{49 - seen:D2}"), Create(Patient("y"), $"z{seen}")], Token);
            seen++;
        }

        Assert.Equal(50, seen);
    }

    [Fact]
    public async Task GivenDeletedResources_WhenCounted_ThenTheyAreNot()
    {
        await Store.CommitAsync([Create(Patient("A"), "a"), Create(Patient("B"), "b"), Create(Counter(1), "c"), Delete("Patient", "a")], Token);
        Assert.Equal(new Dictionary<string, long> { ["Patient"] = 1, ["Basic"] = 1 }, await Store.CountAsync(Token));
    }

    [Fact]
    public async Task GivenCommits_WhenReopened_ThenAllIsThereAndVersionsGoOn()
    {
        await CommitAsync(Create(Patient("A"), "a"));
        await CommitAsync(Update(Patient("B"), "a"));
        await _fixture.ReopenAsync();
        Assert.Equal(2, (await Store.ReadAsync("Patient", "a", Token))!.VersionId);
        Assert.Equal(3, (await CommitAsync(Update(Patient("C"), "a"))).VersionId);
    }
}
