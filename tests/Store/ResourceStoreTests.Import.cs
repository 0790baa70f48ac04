using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Import;

namespace GenoMed.Fhir.Store.Tests;

public abstract partial class ResourceStoreTests<TFixture>
{
    [Fact]
    public async Task GivenALoad_WhenImported_ThenEveryBatchIsYieldedInOrderAndStored()
    {
        var yielded = new List<string>();
        await foreach (var batch in Store.ImportAsync(Writes(2_500).ToAsyncEnumerable(), 1_000, Token))
        {
            Assert.NotNull(await Store.ReadAsync("Observation", batch[^1].Id, Token));
            yielded.AddRange(batch.Select(stored => stored.Id));
        }

        Assert.Equal(Writes(2_500).Select(write => write.Id), yielded);
        Assert.Equal(2_500, (await Store.CountAsync(Token))["Observation"]);
        var page = await Store.SearchAsync(SearchTester.Query("Observation", "token code=http://loinc.org|c7"), Token);
        Assert.Equal(250, page.Total);
    }

    [Fact]
    public async Task GivenALoad_WhenImportedTwice_ThenNothingChangesTheSecondTime()
    {
        await ImportAsync(Writes(300));
        var again = await ImportAsync(Writes(300));
        Assert.All(again, stored => Assert.Equal((1, false), (stored.VersionId, stored.Changed)));
    }

    [Fact]
    public async Task GivenALoadThatTouchesAResourceTwice_WhenImported_ThenTheLastWriteIsCurrentAndSearchable()
    {
        await ImportAsync([.. Writes(200), .. Writes(200).Select(write => write with { Resource = Observation("new", write.Id) })]);
        Assert.Equal(2, (await Store.ReadAsync("Observation", "o7", Token))!.VersionId);
        Assert.Equal(200, (await Store.SearchAsync(SearchTester.Query("Observation", "token code=http://loinc.org|new"), Token)).Total);
        Assert.Equal(0, (await Store.SearchAsync(SearchTester.Query("Observation", "token code=http://loinc.org|c7"), Token)).Total);
    }

    [Fact]
    public async Task GivenAWriteThatIsRefused_WhenImported_ThenTheBatchesBeforeItStay()
    {
        var writes = Writes(250).ToList();
        writes[230] = writes[230] with { Method = StoreMethod.Create, Id = "o1" };
        var done = 0;
        var problem = await Assert.ThrowsAsync<OperationProblem>(async () =>
        {
            await foreach (var batch in Store.ImportAsync(writes.ToAsyncEnumerable(), 100, Token))
            {
                done += batch.Count;
            }
        });
        Assert.Equal((ProblemKind.Conflict, 200), (problem.Kind, done));
        Assert.Equal(200, (await Store.CountAsync(Token))["Observation"]);
    }

    [Fact]
    public async Task GivenPreparedWrites_WhenCommitted_ThenTheyAreStoredAndFoundAsOthersAre()
    {
        // The first lot teaches the store its symbols, the second is encoded with them, the third is a new version of it.
        await CommitAllAsync(Writes(70));
        await CommitAllAsync(Writes(140).Skip(70).Select(Store.Prepare));
        await CommitAllAsync(Writes(140).Skip(70).Select(write => Store.Prepare(write with { Resource = Observation("new", write.Id) })));
        Assert.Equal(2, (await Store.ReadAsync("Observation", "o77", Token))!.VersionId);
        Assert.Equal(70, (await Store.SearchAsync(SearchTester.Query("Observation", "token code=http://loinc.org|new"), Token)).Total);
        Assert.Equal(7, (await Store.SearchAsync(SearchTester.Query("Observation", "token code=http://loinc.org|c7"), Token)).Total);
    }

    [Fact]
    public async Task GivenACopyOfAPreparedWrite_WhenCommitted_ThenTheCopyCounts()
    {
        var prepared = Store.Prepare(Writes(1).Single());
        await CommitAllAsync([prepared with { Id = "other", Resource = Observation("other", "other") }]);
        Assert.Null(await Store.ReadAsync("Observation", "o0", Token));
        Assert.Equal(1, (await Store.SearchAsync(SearchTester.Query("Observation", "token code=http://loinc.org|other"), Token)).Total);
        Assert.Equal(0, (await Store.SearchAsync(SearchTester.Query("Observation", "token code=http://loinc.org|c0"), Token)).Total);
    }

    [Fact]
    public void GivenAWriteWithoutAnId_WhenPrepared_ThenInvalid()
        => Assert.Equal(ProblemKind.Invalid, Assert.Throws<OperationProblem>(() => Store.Prepare(Writes(1).Single() with { Id = "no id" })).Kind);

    private Task<IReadOnlyList<StoredResource>> CommitAllAsync(IEnumerable<StoreWrite> writes) => Store.CommitAsync([.. writes], Token);

    private static IEnumerable<StoreWrite> Writes(int count)
        => Enumerable.Range(0, count).Select(i => new StoreWrite(StoreMethod.Update, "Observation", $"o{i}", Observation($"c{i % 10}", $"o{i}")));

    private static R5.Resources.Resource Observation(string code, string id) => Json(
        $$$"""{"resourceType":"Observation","identifier":[{"value":"{{{id}}}"}],"status":"final","code":{"coding":[{"system":"http://loinc.org","code":"{{{code}}}"}]},"subject":{"reference":"Patient/p"},"valueQuantity":{"value":1.5,"unit":"g/dL"}}""");

    private async Task<List<StoredResource>> ImportAsync(IEnumerable<StoreWrite> writes)
        => await Store.ImportAsync(writes.ToAsyncEnumerable(), 100, Token).SelectMany(batch => batch).ToListAsync(Token);
}
